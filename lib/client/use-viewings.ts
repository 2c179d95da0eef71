"use client";

import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { ViewingPage } from "#lib/contract/viewings.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";
import { VIEWINGS_A_PAGE } from "./viewings-a-page.ts";

type Filter = keyof typeof VIEWINGS_A_PAGE;

/** One's own viewings that are open or past, page by page; `initial` is what the page came with. News asks for them again. */
export const useViewings = (filter: Filter, initial: ViewingPage) => {
  const query = useInfiniteQuery({
    queryKey: queryKeys.viewingsOf(filter),
    queryFn: ({ pageParam }) =>
      call("GET /api/viewings", { query: { filter, limit: VIEWINGS_A_PAGE[filter], cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    initialData: { pages: [initial], pageParams: [null] } satisfies InfiniteData<ViewingPage, string | null>,
    refetchOnWindowFocus: true,
    staleTime: 0,
  });
  return { ...query, items: query.data.pages.flatMap(({ items }) => items) };
};
