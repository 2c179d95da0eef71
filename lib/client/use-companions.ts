"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "./api.ts";
import { type Companion, companionsIn, withName } from "./companions.ts";
import { useRealtime } from "./realtime-context.ts";
import { useDebounced } from "./use-debounced.ts";

const TYPING_MS = 250;
const MOST = 100;

/** Whom one may bring into a group, by name: at once those that are held here, then those whom the server knows of. */
export const useCompanions = (q: string): { people: readonly Companion[]; isLooking: boolean } => {
  const { live, self } = useRealtime();
  const asked = useDebounced(q.trim(), TYPING_MS);
  const { data, isFetching } = useQuery({
    queryKey: ["companions", asked],
    queryFn: ({ signal }) =>
      call("GET /api/conversations", { query: { limit: MOST, filter: "all", ...(asked ? { q: asked } : {}) }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  const people = useMemo(() => {
    const held = Object.values(live.state().conversations);
    return companionsIn([...held, ...(data?.items ?? [])], self.userId);
  }, [live, data, self.userId]);
  return { people: useMemo(() => withName(people, q), [people, q]), isLooking: isFetching || asked !== q.trim() };
};
