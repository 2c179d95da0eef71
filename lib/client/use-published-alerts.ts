"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AlertPage, NewAlert } from "#lib/contract/alerts.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useDeskList } from "./use-desk-list.ts";
import { useSignInAgain } from "./use-sign-in-again.ts";

/** All alerts that there were, the newest first, and the ways to publish and to end one; `initial` came with the document. */
export const usePublishedAlerts = (initial: AlertPage) => {
  const client = useQueryClient();
  const list = useDeskList({
    queryKey: pageKeys.publishedAlerts,
    load: (query) => call("GET /api/admin/alerts", { query }),
    initial,
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
  useSignInAgain(publish.error, end.error);
  return { ...list, publish, end };
};
