"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PushSubscriptions } from "#lib/contract/push.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { ownEndpoint, pushState, turnPushOff, turnPushOn } from "./push.ts";

const look = async ({ items }: PushSubscriptions) => {
  const [state, endpoint] = [await pushState(items.map((item) => item.endpoint)), await ownEndpoint()];
  return { state, subscription: items.find((item) => item.endpoint === endpoint) };
};

/** Whether this browser is told while nobody looks, and the ways to change that. */
export const usePush = () => {
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: pageKeys.push,
    queryFn: async () => look(await call("GET /api/push/subscriptions", {})),
    refetchOnWindowFocus: true,
    networkMode: "always",
  });
  const lookAgain = () => client.invalidateQueries({ queryKey: pageKeys.push });
  const turn = useMutation({
    mutationFn: (on: boolean) => (on ? turnPushOn() : turnPushOff()),
    onSettled: lookAgain,
    networkMode: "always",
  });
  const test = useMutation({
    mutationFn: (endpoint: string) => call("POST /api/push/test", { body: { endpoint } }),
    onSettled: lookAgain,
    networkMode: "always",
  });
  return { ...data, isUnknown: isError && !data, turn, test };
};
