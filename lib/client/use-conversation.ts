"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { useRealtime } from "./realtime-context.ts";

/** One conversation; `null` where there is none that one may know of, `undefined` while it is not known. */
export const useConversation = (id: string) => {
  const { live, requests } = useRealtime();
  return useQuery({
    queryKey: queryKeys.conversation(id),
    queryFn: () => requests.readConversation(id),
    initialData: () => live.state().conversations[id],
  });
};

/** Pins or archives it, for oneself alone. */
export const useChangeConversation = (id: string) => {
  const { requests } = useRealtime();
  return useMutation({
    mutationFn: (patch: { pinned?: boolean; archived?: boolean }) => requests.change(id, patch),
    networkMode: "always",
  });
};
