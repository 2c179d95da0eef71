"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTimeZone } from "use-intl";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { asApiError, call } from "./api.ts";
import { usePage, useRealtime } from "./realtime-context.ts";
import { type SearchFilters, searchQuery } from "./search-filters.ts";
import { useDebounced } from "./use-debounced.ts";

const TYPING_MS = 250;
const KEPT_MS = 60_000;
/** What is said while the hits are shown is among them so soon, */
const SOON_MS = 400;
/** and with much being said, each page of them is asked for so seldom: searches are limited. */
const REST_MS = 3_000;

const telling = new Set<ServerEventMessage["event"]>([
  "message:received",
  "message:edited",
  "message:deleted",
  "conversation:removed",
]);

/** Calls back soon after something was said, changed or taken away; more seldom the more pages there are. */
const useWhatIsSaid = (refresh: () => void, pages: number): void => {
  const { listen, page } = useRealtime();
  const latest = useRef({ refresh, pages });
  useEffect(() => {
    latest.current = { refresh, pages };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const later = (): void => {
      const rest = asked + REST_MS * Math.max(1, latest.current.pages) - Date.now();
      timer ??= setTimeout(
        () => {
          timer = undefined;
          asked = Date.now();
          latest.current.refresh();
        },
        Math.max(SOON_MS, rest),
      );
    };
    const stops = [
      listen(({ event }) => telling.has(event) && later()),
      page.subscribe(({ outbox }, before) => outbox !== before.outbox && later()),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [listen, page]);
};

/** Messages with these words, page by page, kept in step with what is said meanwhile. */
export const useMessageSearch = (q: string, conversationId: string | null, filters: SearchFilters) => {
  const timeZone = useTimeZone() ?? "UTC";
  const isOffline = usePage(({ connection }) => connection === "offline");
  const words = useDebounced(q, TYPING_MS);
  const asked = searchQuery(words, conversationId, filters, timeZone);
  const { data, refetch, ...query } = useInfiniteQuery({
    queryKey: ["message search", asked],
    queryFn: ({ pageParam: cursor, signal }) =>
      call("GET /api/search", { query: { ...asked, limit: 20, ...(cursor ? { cursor } : {}) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: KEPT_MS,
    enabled: words !== "" && !isOffline,
  });
  const isTold = query.isEnabled && data !== undefined;
  useWhatIsSaid(() => query.isEnabled && void refetch(), data?.pages.length ?? 0);
  return {
    isOffline,
    hits: isTold && words !== "" ? data.pages.flatMap(({ hits }) => hits) : undefined,
    nearest: isTold ? (data.pages[0]?.nearest ?? []) : [],
    /** What is shown is not yet the answer to what stands in the field. */
    isSearching: q !== words || query.isPlaceholderData || query.isLoading,
    error: query.isError && !query.isFetchNextPageError ? asApiError(query.error) : null,
    retry: () => void refetch(),
    hasMore: query.hasNextPage,
    moreFailed: query.isFetchNextPageError,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
};
