"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewAppeal, OwnSanctions } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** What was done to oneself, and the way to say something against it; `initial` is what the page came with. */
export const useOwnSanctions = (initial: OwnSanctions) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.ownSanctions,
    queryFn: () => call("GET /api/sanctions", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const appeal = useMutation({
    mutationFn: (body: NewAppeal) => call("POST /api/appeals", { body }),
    onSettled: () => client.invalidateQueries({ queryKey: pageKeys.ownSanctions }),
    networkMode: "always",
  });
  return { items: data.items, appeal };
};
