"use client";

import { useMemo } from "react";
import type { Message } from "#lib/contract/messages.ts";
import { call } from "./api.ts";
import type { Realtime } from "./realtime.ts";
import { useRealtime } from "./realtime-context.ts";

type Place = Pick<Message, "conversationId" | "messageId">;
const pathOf = ({ conversationId, messageId }: Place) => ({ id: conversationId, messageId });

/** Changes of messages that are stored: shown here as soon as the server has them, and told to everybody else by it. */
const createMessageChanges = (apply: Realtime["apply"]) => ({
  edit: async (place: Place, content: string): Promise<void> => {
    const request = { params: pathOf(place), body: { content } };
    apply({ event: "message:edited", payload: await call("PATCH /api/conversations/{id}/messages/{messageId}", request) });
  },

  remove: async (place: Place): Promise<void> => {
    const request = { params: pathOf(place) };
    apply({ event: "message:deleted", payload: await call("DELETE /api/conversations/{id}/messages/{messageId}", request) });
  },

  react: async (place: Place, emoji: string, op: "add" | "remove"): Promise<void> => {
    const request = { params: pathOf(place), body: { emoji, op } };
    const payload = await call("POST /api/conversations/{id}/messages/{messageId}/reactions", request);
    apply({ event: "message:reaction", payload });
  },
});

export const useMessageChanges = () => {
  const { apply } = useRealtime();
  return useMemo(() => createMessageChanges(apply), [apply]);
};
