"use client";

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { PageState } from "./page-store.ts";
import type { Realtime } from "./realtime.ts";

export const RealtimeContext = createContext<Realtime | null>(null);

/** Everything live about one's messages. Only below the inbox's root. */
export const useRealtime = (): Realtime => {
  const realtime = useContext(RealtimeContext);
  if (!realtime) throw new Error("There is no realtime above this component.");
  return realtime;
};

/** A part of what only the page has. */
export const usePage = <Part>(select: (state: PageState) => Part): Part => useStore(useRealtime().page, select);
