"use client";

import { useQuery } from "@tanstack/react-query";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

const LOOK_EVERY_MS = 10_000;

/** What of the server works, looked at again and again; nothing while it cannot say so. */
export const useParts = () => {
  const { data, error } = useQuery({
    queryKey: pageKeys.parts,
    queryFn: ({ signal }) => call("GET /api/health", { signal }),
    refetchInterval: LOOK_EVERY_MS,
    retry: false,
    staleTime: 0,
  });
  return { parts: error ? undefined : data?.parts, isAway: error !== null };
};
