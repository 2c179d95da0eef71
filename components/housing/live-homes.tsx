"use client";

import type { ReactNode } from "react";
import type { Self } from "#lib/client/realtime.ts";
import { useListingWatch } from "#lib/client/use-listing-watch.ts";
import { WatchContext } from "#lib/client/watch-context.ts";

/** Keeps the homes below in step with what happens to them: live for who is signed in, now and then for a guest. */
export const LiveHomes = ({ self, children }: { self: Self | null; children: ReactNode }) => (
  <WatchContext value={useListingWatch(self)}>{children}</WatchContext>
);
