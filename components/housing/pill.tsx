"use client";

import clsx from "clsx";
import { useState } from "react";

const dots = { free: "bg-state-free", soon: "bg-state-soon", taken: "bg-text-3" };

type PillProps = {
  tone: keyof typeof dots;
  words: string;
  /** Keeps it readable on any picture. */
  onPhoto?: boolean;
};

/** How a room or a home stands, in a few words; what has changed since the page was opened glows for a moment. */
export const Pill = ({ tone, words, onPhoto = false }: PillProps) => {
  const [first] = useState(words);
  return (
    <span
      key={words}
      className={clsx(
        "tabular inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-[12.5px] text-text",
        onPhoto ? "bg-surface shadow-1" : "bg-surface-2",
        words !== first && "motion-safe:animate-changed",
      )}
    >
      <span aria-hidden="true" className={clsx("size-2 rounded-full", dots[tone])} />
      {words}
    </span>
  );
};
