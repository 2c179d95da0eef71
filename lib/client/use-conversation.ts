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

/** Pins or archives it, for oneself alone. */
export const useChangeConversation = (id: string) => {
  const { requests } = useRealtime();
  return useMutation({
    mutationFn: (patch: { pinned?: boolean; archived?: boolean }) => requests.change(id, patch),
    networkMode: "always",
  });
};
