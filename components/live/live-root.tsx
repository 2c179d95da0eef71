"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { realtimeFor, type Self } from "#lib/client/realtime.ts";
import { RealtimeContext } from "#lib/client/realtime-context.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";

/** Opens the live connection of the person who is signed in, for everything below. */
export const LiveRoot = ({ self, children }: { self: Self; children: ReactNode }) => {
  const client = useQueryClient();
  const [realtime] = useState(() => realtimeFor(self, client));
  const fileWords = useFileWords();
  useEffect(() => realtime.start(), [realtime]);
  useEffect(() => realtime.speak(fileWords));
  return <RealtimeContext value={realtime}>{children}</RealtimeContext>;
};
