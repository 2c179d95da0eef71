"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AuditPage } from "#lib/contract/audit.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";

/** What admins did, the newest first; `initial` came with the document. */
export const useAuditLog = (initial: AuditPage) => {
  const { data, ...query } = useInfiniteQuery({
    queryKey: pageKeys.auditLog,
    queryFn: ({ pageParam: cursor }) => call("GET /api/admin/audit", { query: cursor === undefined ? {} : { cursor } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const isSignedOut = query.error && asApiError(query.error).code === "unauthenticated";
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
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
