"use client";

import { useEffect, useState } from "react";
import type { PulseHistory } from "#lib/contract/pulse.ts";
import { withSample } from "#lib/contract/pulse-history.ts";
import { usePage, useRealtime } from "./realtime-context.ts";

/** How the server is, live, as long as the page is open; nothing until the first word of it. What is held when the line is cut stays. */
export const usePulse = () => {
  const realtime = useRealtime();
  const connection = usePage((state) => state.connection);
  const [held, setHeld] = useState<PulseHistory>();
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const isOnline = connection === "online";

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more
  useEffect(() => {
    if (!isOnline) return;
    let isGone = false;
    const stopListening = realtime.listen((news) => {
      if (news.event !== "operations:pulse") return;
      const { sample, errorsByCode } = news.payload;
      setHeld((before) => before && { ...before, samples: withSample(before.samples, sample), errorsByCode });
    });
    const begin = async (): Promise<void> => {
      const answer = await realtime.request("operations:watch", {});
      if (isGone) return;
      setFailed(!answer.ok);
      if (answer.ok) setHeld(answer.data);
    };
    void begin();
    return () => {
      isGone = true;
      stopListening();
      void realtime.request("operations:unwatch", {});
    };
  }, [realtime, isOnline, tries]);

  return {
    held,
    isLive: isOnline && held !== undefined && !hasFailed,
    hasFailed,
    tryAgain: () => setTries((count) => count + 1),
  };
};
