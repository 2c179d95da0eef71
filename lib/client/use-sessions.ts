"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SessionList } from "#lib/contract/accounts.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";

/** One's own sessions, as the server found them when it made the page, and ways to end them. */
export const useSessions = (initial: SessionList) => {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: pageKeys.sessions,
    queryFn: () => call("GET /api/sessions", {}),
    initialData: initial,
    staleTime: 0,
  });
  const refresh = () => client.invalidateQueries({ queryKey: pageKeys.sessions });
  const options = { networkMode: "always", onSettled: refresh } as const;
  const end = useMutation({ mutationFn: (id: string) => call("DELETE /api/sessions/{id}", { params: { id } }), ...options });
  const endOthers = useMutation({ mutationFn: () => call("DELETE /api/sessions", {}), ...options });
  const error = list.error ?? end.error ?? endOthers.error;
  const isSignedOut = error !== null && asApiError(error).code === "unauthenticated";
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
  return { items: list.data.items, error, end, endOthers };
};
