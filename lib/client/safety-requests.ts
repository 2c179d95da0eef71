import { call } from "./api.ts";
import { applyEvent } from "./apply-event.ts";
import type { LiveCache } from "./live-cache.ts";

/** Asks over HTTP, and shows it here as soon as it is stored: the other devices hear of it. */
export const createSafetyRequests = (live: LiveCache) => {
  const hear = (news: Parameters<typeof applyEvent>[1]): void => void live.update((state) => applyEvent(state, news));

  return {
    /** Quiet for so many milliseconds, or until it is turned on again. */
    mute: async (conversationId: string, ms: number | null): Promise<void> => {
      const body = ms === null ? {} : { until: new Date(Date.now() + ms).toISOString() };
      const { until } = await call("POST /api/conversations/{id}/mute", { params: { id: conversationId }, body });
      hear({ event: "conversation:muted", payload: { conversationId, until } });
    },

    unmute: async (conversationId: string): Promise<void> => {
      const { until } = await call("POST /api/conversations/{id}/unmute", { params: { id: conversationId } });
      hear({ event: "conversation:unmuted", payload: { conversationId, until } });
    },

    block: async (conversationId: string, userId: string): Promise<void> => {
      const request = { params: { id: conversationId }, body: { userId } };
      const { at } = await call("POST /api/conversations/{id}/block", request);
      hear({ event: "user:blocked", payload: { userId, conversationId, at } });
    },

    unblock: async (conversationId: string, userId: string): Promise<void> => {
      const request = { params: { id: conversationId }, body: { userId } };
      const { at } = await call("POST /api/conversations/{id}/unblock", request);
      hear({ event: "user:unblocked", payload: { userId, conversationId, at } });
    },
  };
};
