"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewReport, OwnReports } from "#lib/contract/reports.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** Reports somebody, or a message of theirs. */
export const useReporting = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (report: NewReport) => call("POST /api/reports", { body: report }),
    onSuccess: () => client.invalidateQueries({ queryKey: pageKeys.ownReports }),
    networkMode: "always",
  });
};

/** What one has reported; `initial` is what the page came with. */
export const useOwnReports = (initial: OwnReports) =>
  useQuery({
    queryKey: pageKeys.ownReports,
    queryFn: () => call("GET /api/reports", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  }).data.items;
