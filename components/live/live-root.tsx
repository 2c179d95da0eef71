"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { realtimeFor, type Self } from "#lib/client/realtime.ts";
import { RealtimeContext } from "#lib/client/realtime-context.ts";

/** Opens the live connection of the person who is signed in, for everything below. */
export const LiveRoot = ({ self, children }: { self: Self; children: ReactNode }) => {
  const client = useQueryClient();
  const [realtime] = useState(() => realtimeFor(self, client));
  useEffect(() => realtime.start(), [realtime]);
  return <RealtimeContext value={realtime}>{children}</RealtimeContext>;
};
