"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { queryKeys } from "./query-keys.ts";
import type { Realtime } from "./realtime.ts";
import { useRealtime } from "./realtime-context.ts";

const conversationQuery = ({ live, requests }: Realtime, id: string) => ({
  queryKey: queryKeys.conversation(id),
  queryFn: () => requests.readConversation(id),
  initialData: () => live.state().conversations[id],
});

/** One conversation; `null` where there is none that one may know of, `undefined` while it is not known. */
export const useConversation = (id: string) => useQuery(conversationQuery(useRealtime(), id));

/** One conversation if it is held; asks for nothing. */
export const useHeldConversation = (id: string | null): ConversationSummary | undefined => {
  const { data } = useQuery({ ...conversationQuery(useRealtime(), id ?? ""), enabled: false });
  return data ?? undefined;
};

/** Runs one change after the other, and knows whether the last one failed. What asks for it may be gone by then, as an item of a menu is. */
export const useChange = () => useMutation({ mutationFn: (change: () => Promise<void>) => change(), networkMode: "always" });
