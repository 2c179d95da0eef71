"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { asApiError } from "./api.ts";
import { queryKeys } from "./query-keys.ts";
import { usePage, useRealtime } from "./realtime-context.ts";

/** The messages of a conversation as far as they are held, what is on its way out, and the pages on both sides. */
export const useThread = (id: string) => {
  const { requests } = useRealtime();
  const thread = useQuery({ queryKey: queryKeys.thread(id), queryFn: () => requests.readWindow(id, "unread") });
  const outbox = usePage((state) => state.outbox);
  const waiting = useMemo(() => outbox.filter(({ conversationId }) => conversationId === id), [outbox, id]);
  const older = useMutation({ mutationFn: () => requests.moreOfThread(id, "older"), networkMode: "always" });
  const newer = useMutation({ mutationFn: () => requests.moreOfThread(id, "newer"), networkMode: "always" });
  const newest = useMutation({ mutationFn: () => requests.readWindow(id, "newest"), networkMode: "always" });
  return {
    thread: thread.data,
    waiting,
    error: thread.error && asApiError(thread.error),
    retry: () => void thread.refetch(),
    isLoadingOlder: older.isPending,
    olderFailed: older.isError,
    loadOlder: () => {
      if (!older.isPending) older.mutate();
    },
    loadNewer: () => {
      if (!newer.isPending && !newest.isPending) newer.mutate();
    },
    loadNewest: () => newest.mutateAsync(),
  };
};
