"use client";

import { useEffect, useState } from "react";

/** A timer cannot be set for longer than 24 days: look again every day. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** Whether something is muted until then, at this moment: an end passes by itself. */
export const useMuted = (mutedUntil: string | null): boolean => {
  const [now, setNow] = useState(() => Date.now());
  const end = mutedUntil === null ? 0 : Date.parse(mutedUntil);
  useEffect(() => {
    if (end === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const at = Date.now();
      setNow(at);
      if (at < end) timer = setTimeout(look, Math.min(end - at, LONGEST_MS));
    };
    look();
    return () => clearTimeout(timer);
  }, [end]);
  return end > now;
};
