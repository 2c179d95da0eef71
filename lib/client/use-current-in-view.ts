"use client";

import { useEffect, useRef } from "react";

/** For a row of places that may be wider than a phone: brings the place where one is, or is below, into view. `path` is where that is. */
export const useCurrentInView = <Row extends HTMLElement>(path: string) => {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which place is the current one changes with the path
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return row;
};
