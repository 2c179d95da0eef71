"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { asApiError } from "./api.ts";
import type { ListName } from "./apply-answer.ts";
import { queryKeys } from "./query-keys.ts";
import { useRealtime } from "./realtime-context.ts";

/** What somebody searched for is not worth keeping for long. */
const SEARCH_KEPT_MS = 60_000;

/** One list of conversations, its next pages, and what went wrong with either. */
export const useConversations = (name: ListName) => {
  const { requests } = useRealtime();
  const list = useQuery({
    queryKey: queryKeys.list(name),
    queryFn: () => requests.readList(name),
    ...(name.q === "" ? {} : { gcTime: SEARCH_KEPT_MS }),
  });
  const more = useMutation({ mutationFn: () => requests.moreOfList(name), networkMode: "always" });
  const hasMore = list.data?.nextCursor != null;
  return {
    conversations: list.data?.items,
    error: list.error && asApiError(list.error),
    isLoading: list.isPending,
    retry: () => void list.refetch(),
    hasMore,
    isLoadingMore: more.isPending,
    moreFailed: more.isError,
    loadMore: () => {
      if (hasMore && !more.isPending) more.mutate();
    },
  };
};
