"use client";

import { useQuery } from "@tanstack/react-query";
import { emptyLedger, type Ledger } from "./live-cache.ts";
import { queryKeys } from "./query-keys.ts";

/** How much is unread in all conversations together. */
export const useTotalUnread = (): number => {
  const { data } = useQuery<Ledger>({ queryKey: queryKeys.ledger, queryFn: () => emptyLedger, enabled: false });
  return data?.totalUnread ?? 0;
};
