"use client";

import { useQuery } from "@tanstack/react-query";
import type { Alert } from "#lib/contract/alerts.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

/** As old as what a page without a line shows may grow before a look at it asks again. */
const STALE_MS = 60_000;

/** The alerts as they came with the page; where it is live the line keeps them in step, elsewhere a look at the page does. */
export const usePageAlerts = (initial: Alert[]): readonly Alert[] =>
  useQuery({
    queryKey: queryKeys.alerts,
    queryFn: () => call("GET /api/alerts", {}),
    initialData: { items: initial },
    staleTime: STALE_MS,
    refetchOnWindowFocus: true,
  }).data.items;
