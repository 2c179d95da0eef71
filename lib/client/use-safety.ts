"use client";

import { useMemo } from "react";
import { useRealtime } from "./realtime-context.ts";
import { createSafetyRequests } from "./safety-requests.ts";

/** Blocking and muting. Only what comes after the first paint uses it. */
export const useSafety = () => {
  const { live } = useRealtime();
  return useMemo(() => createSafetyRequests(live), [live]);
};
