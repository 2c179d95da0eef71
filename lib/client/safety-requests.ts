import { call } from "./api.ts";
import type { Realtime } from "./realtime.ts";

/** Asks over HTTP, and shows it here as soon as it is stored: the other devices hear of it. */
export const createSafetyRequests = (apply: Realtime["apply"]) => ({
  /** Quiet for so many milliseconds, or until it is turned on again. */
  mute: async (conversationId: string, ms: number | null): Promise<void> => {
    const body = ms === null ? {} : { until: new Date(Date.now() + ms).toISOString() };
    const { until } = await call("POST /api/conversations/{id}/mute", { params: { id: conversationId }, body });
    apply({ event: "conversation:muted", payload: { conversationId, until } });
  },

  unmute: async (conversationId: string): Promise<void> => {
    const { until } = await call("POST /api/conversations/{id}/unmute", { params: { id: conversationId } });
    apply({ event: "conversation:unmuted", payload: { conversationId, until } });
  },

  block: async (conversationId: string, userId: string): Promise<void> => {
    const request = { params: { id: conversationId }, body: { userId } };
    const { at } = await call("POST /api/conversations/{id}/block", request);
    apply({ event: "user:blocked", payload: { userId, conversationId, at } });
  },

  unblock: async (conversationId: string, userId: string): Promise<void> => {
    const request = { params: { id: conversationId }, body: { userId } };
    const { at } = await call("POST /api/conversations/{id}/unblock", request);
    apply({ event: "user:unblocked", payload: { userId, conversationId, at } });
  },
});
