"use client";

import { useEffect, useState } from "react";

/** The time, moving on every `stepMs`: for words like '5 minutes ago'. */
export const useNow = (stepMs: number): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
};
