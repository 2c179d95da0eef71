"use client";

import { useQuery } from "@tanstack/react-query";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useSignInAgain } from "./use-sign-in-again.ts";

const AGAIN_MS = 10_000;

/** Who is connected, again and again while somebody looks. */
export const useConnectedPeople = (isOpen: boolean) => {
  const { data, error } = useQuery({
    queryKey: pageKeys.connectedPeople,
    queryFn: ({ signal }) => call("GET /api/admin/connections", { signal }),
    enabled: isOpen,
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  });
  useSignInAgain(error);
  return { data, error };
};
