"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { RouteRequest } from "#lib/contract/routes.ts";
import type { Viewing } from "#lib/contract/viewings.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

export type ViewingAsk = RouteRequest<"POST /api/viewings">["body"];

/** Asks to see a home. */
export const useAskViewing = (onAsked: (viewing: Viewing) => void) =>
  useMutation({
    mutationFn: (body: ViewingAsk) => call("POST /api/viewings", { body }),
    networkMode: "always",
    onSuccess: onAsked,
  });

/** The home of a conversation: where it is, and what its clock shows. */
export const useHome = (id: string) =>
  useQuery({ queryKey: queryKeys.listing(id), queryFn: () => call("GET /api/listings/{id}", { params: { id } }) });
