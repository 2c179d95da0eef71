"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { JobPage } from "#lib/contract/routes/operations.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useDeskList } from "./use-desk-list.ts";
import { useSignInAgain } from "./use-sign-in-again.ts";

/** The jobs that failed for the last time, the newest first, and what can be done to one; `initial` came with the document. */
export const useDeadJobs = (initial: JobPage) => {
  const client = useQueryClient();
  const list = useDeskList({
    queryKey: pageKeys.deadJobs,
    load: (from) => call("GET /api/admin/jobs", { query: { state: "dead", ...from } }),
    initial,
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
  useSignInAgain(retry.error, drop.error);
  return { ...list, retry, drop };
};
