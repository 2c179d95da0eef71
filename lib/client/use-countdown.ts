"use client";

import { useEffect, useState } from "react";

/** Whole seconds until `deadline` (milliseconds since the epoch), going down to 0 by itself. */
export const useCountdown = (deadline: number | undefined): number => {
  const [now, setNow] = useState(() => Date.now());
  const left = deadline === undefined ? 0 : Math.max(0, Math.ceil((deadline - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return left;
};
