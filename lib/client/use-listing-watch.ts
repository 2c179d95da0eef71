"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ListingWatch } from "./listing-watch.ts";
import type { Self } from "./realtime.ts";
import type { ConnectionState } from "./socket.ts";
import type { Watching } from "./watch-context.ts";

/** The line of who is signed in weighs more than a page of homes: it comes after the page. */
const open = async (self: Self, client: QueryClient) => {
  const [{ realtimeFor }, { listingWatchOf }] = await Promise.all([import("./realtime.ts"), import("./listing-watch.ts")]);
  const realtime = realtimeFor(self, client);
  realtime.start();
  return { page: realtime.page, watch: listingWatchOf(realtime, client) };
};

const onNetwork = (tell: () => void) => {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
};
const useNetwork = (): boolean =>
  useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  );

/** Follows homes live for who is signed in (`self`), and says whether the line is cut. */
export const useListingWatch = (self: Self | null): Watching => {
  const client = useQueryClient();
  const [watch, setWatch] = useState<ListingWatch>();
  const [connection, setConnection] = useState<ConnectionState>("connecting");
  const hasNetwork = useNetwork();
  const [userId, name, role] = [self?.userId, self?.name, self?.role];
  useEffect(() => {
    if (userId === undefined || name === undefined || role === undefined) return;
    let isGone = false;
    let stop: (() => void) | undefined;
    const follow = async (): Promise<void> => {
      const { page, watch: opened } = await open({ userId, name, role }, client);
      if (isGone) return;
      setWatch(opened);
      setConnection(page.getState().connection);
      stop = page.subscribe((state) => setConnection(state.connection));
    };
    // Without the scripts of the line the page stays as the server made it.
    void follow().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [client, userId, name, role]);
  const isCut = !hasNetwork || connection === "offline" || connection === "reconnecting";
  return { see: watch?.see, asks: self === null, isCut };
};
