"use client";

import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { Presence } from "#lib/contract/presence.ts";
import { usePage, useRealtime } from "./realtime-context.ts";
import type { Typist } from "./typing.ts";

const nobody: readonly Typist[] = [];

/** Those in the conversation beside oneself. */
export const useOthers = ({ participants }: ConversationSummary): readonly Participant[] => {
  const { self } = useRealtime();
  return participants.filter(({ userId }) => userId !== self.userId);
};

/** How somebody is, as far as known. */
export const usePresence = (userId: string | undefined): Presence | undefined =>
  usePage(({ presences }) => (userId === undefined ? undefined : presences[userId]));

/** Who types in a conversation at this moment. */
export const useTypists = (conversationId: string): readonly Typist[] =>
  usePage(({ typing }) => typing[conversationId] ?? nobody);
