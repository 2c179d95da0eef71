"use client";

import { createContext, use } from "react";
import type { ListingWatch } from "./listing-watch.ts";

/** How a page of homes learns what changes. */
export type Watching = {
  /** Absent for a guest, and until the line is there. */
  see: ListingWatch["see"] | undefined;
  /** For a guest the page asks from time to time instead. */
  asks: boolean;
  /** There is no network, or no server: what is shown grows old. */
  isCut: boolean;
};

export const WatchContext = createContext<Watching>({ see: undefined, asks: false, isCut: false });

/** Only below `LiveHomes`; anywhere else nothing is watched. */
export const useWatching = (): Watching => use(WatchContext);
