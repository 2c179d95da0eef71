"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewAppeal } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";

/** What was done to who is kept out, and the way to say something against it. */
export const useKeptOutAppeal = (token: string) => {
  const client = useQueryClient();
  const queryKey = ["kept out", token];
  const { data, isError } = useQuery({
    queryKey,
    queryFn: () => call("POST /api/kept-out/sanctions", { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const appeal = useMutation({
    mutationFn: (body: NewAppeal) => call("POST /api/kept-out/appeals", { body: { token, ...body } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
    networkMode: "always",
  });
  return { ban: data?.items.find(({ kind, liftedAt }) => kind === "ban" && liftedAt === null), isError, appeal };
};
