"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReportPage } from "#lib/contract/reports.ts";
import type { AppealList } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useRealtime } from "./realtime-context.ts";

/** Which reports a page shows: those that wait, or those that are closed. */
export type QueueShow = "waiting" | "decided";

/** Asks again as soon as the queue has moved. */
const useQueueNews = (): void => {
  const client = useQueryClient();
  const realtime = useRealtime();
  useEffect(
    () =>
      realtime.listen(({ event }) => {
        if (event === "moderation:queue" || event === "session:ready")
          void client.invalidateQueries({ queryKey: pageKeys.reportQueue });
      }),
    [client, realtime],
  );
};

/** The reports of a page in their order, kept in step by the line; `initial` came with the document. */
export const useReportQueue = (show: QueueShow, initial: ReportPage) => {
  useQueueNews();
  const status = show === "decided" ? { status: show } : {};
  const { data, ...query } = useInfiniteQuery({
    queryKey: [...pageKeys.reportQueue, show],
    queryFn: ({ pageParam: cursor }) =>
      call("GET /api/admin/reports", { query: { ...status, ...(cursor === undefined ? {} : { cursor }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  return {
    items: data.pages.flatMap(({ items }) => items),
    isStale: query.isError && !query.isFetchNextPageError,
    more: {
      exists: query.hasNextPage,
      busy: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      load: () => void query.fetchNextPage(),
    },
  };
};

/** What people have to say against what was done to them, as long as it waits. */
export const useAppeals = (initial: AppealList) =>
  useQuery({
    queryKey: pageKeys.appeals,
    queryFn: () => call("GET /api/admin/appeals", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  }).data.items;
