"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { useHydrated } from "#lib/client/use-hydrated.ts";

type SwitchProps = {
  label: string;
  /** What it does, in a sentence. */
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** One thing that is on or off, with its name and its meaning beside it. */
export const Switch = ({ label, hint, checked, onChange }: SwitchProps) => {
  const [labelId, hintId] = [useId(), useId()];
  const isAlive = useHydrated();
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <p id={labelId} className="font-semibold">
          {label}
        </p>
        <p id={hintId} className="mt-0.5 text-[14px] text-text-2">
          {hint}
        </p>
      </div>
      <Base.Root
        checked={checked}
        // It may stand there before its script does: a press would be lost.
        disabled={!isAlive}
        onCheckedChange={(next) => onChange(next)}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        className="touch-target grid shrink-0 cursor-pointer place-items-center rounded-card"
      >
        <span
          className={
            checked
              ? "flex h-6.5 w-11 items-center justify-end rounded-full border border-accent bg-accent p-0.5 transition-colors duration-100"
              : "flex h-6.5 w-11 items-center rounded-full border border-line-control bg-surface-2 p-0.5 transition-colors duration-100"
          }
        >
          <Base.Thumb className={checked ? "size-5 rounded-full bg-on-accent" : "size-5 rounded-full bg-line-control"} />
        </span>
      </Base.Root>
    </div>
  );
};
