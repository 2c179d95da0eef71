"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReportPage } from "#lib/contract/reports.ts";
import type { AppealList } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useRealtime } from "./realtime-context.ts";
import { useDeskList } from "./use-desk-list.ts";

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
  const status = show === "decided" ? ({ status: show } as const) : {};
  return useDeskList({
    queryKey: [...pageKeys.reportQueue, show],
    load: (from) => call("GET /api/admin/reports", { query: { ...status, ...from } }),
    initial,
  });
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
