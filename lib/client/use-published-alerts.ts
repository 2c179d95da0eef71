"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AlertPage, NewAlert } from "#lib/contract/alerts.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";

/** All alerts that there were, the newest first, and the ways to publish and to end one; `initial` came with the document. */
export const usePublishedAlerts = (initial: AlertPage) => {
  const client = useQueryClient();
  const { data, ...query } = useInfiniteQuery({
    queryKey: pageKeys.publishedAlerts,
    queryFn: ({ pageParam: cursor }) => call("GET /api/admin/alerts", { query: cursor === undefined ? {} : { cursor } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: pageKeys.publishedAlerts });
  const publish = useMutation({
    mutationFn: (alert: NewAlert) => call("POST /api/admin/alerts", { body: alert }),
    onSuccess,
    networkMode: "always",
  });
  const end = useMutation({
    mutationFn: (id: string) => call("POST /api/admin/alerts/{id}/end", { params: { id } }),
    onSuccess,
    networkMode: "always",
  });
  const isSignedOut = [publish.error, end.error, query.error].some((one) => one && asApiError(one).code === "unauthenticated");
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
  return {
    items: data.pages.flatMap(({ items }) => items),
    publish,
    end,
    isStale: query.isError && !query.isFetchNextPageError,
    more: {
      exists: query.hasNextPage,
      busy: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      load: () => void query.fetchNextPage(),
    },
  };
};
