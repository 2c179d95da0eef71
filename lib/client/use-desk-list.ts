"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSignInAgain } from "./use-sign-in-again.ts";

type Page<Item> = { items: Item[]; nextCursor: string | null };

type DeskList<Item> = {
  queryKey: readonly unknown[];
  /** Reads a page: the first without a cursor. */
  load: (from: { cursor?: string }) => Promise<Page<Item>>;
  /** What came with the document; absent where something else is asked for. */
  initial: Page<Item> | undefined;
};

/** The rest of a list: whether there is any, and how to get it. */
export type MoreOfList = { exists: boolean; busy: boolean; failed: boolean; load: () => void };

/** A list of those who look after the house, page by page; read again whenever one comes back to it. */
export const useDeskList = <Item>({ queryKey, load, initial }: DeskList<Item>) => {
  const { data, ...query } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: cursor }) => load(cursor === undefined ? {} : { cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    ...(initial ? { initialData: { pages: [initial], pageParams: [undefined] } } : {}),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  useSignInAgain(query.error);
  const more: MoreOfList = {
    exists: query.hasNextPage,
    busy: query.isFetchingNextPage,
    failed: query.isFetchNextPageError,
    load: () => void query.fetchNextPage(),
  };
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [],
    /** What is shown is the answer to what is asked for now. */
    isCurrent: data !== undefined && !query.isPlaceholderData,
    isStale: query.isError && !query.isFetchNextPageError,
    more,
  };
};
