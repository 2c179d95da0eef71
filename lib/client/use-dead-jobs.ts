"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { JobPage } from "#lib/contract/routes/operations.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";

/** The jobs that failed for the last time, the newest first, and what can be done to one; `initial` came with the document. */
export const useDeadJobs = (initial: JobPage) => {
  const client = useQueryClient();
  const { data, ...query } = useInfiniteQuery({
    queryKey: pageKeys.deadJobs,
    queryFn: ({ pageParam: cursor }) =>
      call("GET /api/admin/jobs", { query: { state: "dead", ...(cursor === undefined ? {} : { cursor }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  // Whatever came of it: another admin may have been faster.
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: pageKeys.deadJobs });
  const retry = useMutation({
    mutationFn: (id: string) => call("POST /api/admin/jobs/{id}/retry", { params: { id } }),
    onSettled,
    networkMode: "always",
  });
  const drop = useMutation({
    mutationFn: (id: string) => call("DELETE /api/admin/jobs/{id}", { params: { id } }),
    onSettled,
    networkMode: "always",
  });
  const isSignedOut = [retry.error, drop.error, query.error].some((one) => one && asApiError(one).code === "unauthenticated");
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
  return {
    items: data.pages.flatMap(({ items }) => items),
    retry,
    drop,
    isStale: query.isError && !query.isFetchNextPageError,
    more: {
      exists: query.hasNextPage,
      busy: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      load: () => void query.fetchNextPage(),
    },
  };
};
