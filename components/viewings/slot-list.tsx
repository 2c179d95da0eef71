"use client";

import { useId } from "react";
import type { ViewingSlot } from "#lib/contract/viewings.ts";
import { SlotTime } from "./slot-time.tsx";

type SlotListProps = { title: string; slots: readonly ViewingSlot[]; timeZone: string };

/** The times that one offers oneself. */
export const SlotList = ({ title, slots, timeZone }: SlotListProps) => {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 text-[14px] text-text-2">
        {title}
      </p>
      <ul aria-labelledby={id} className="grid gap-1.5">
        {slots.map((slot) => (
          <li key={slot.startsAt}>
            <SlotTime slot={slot} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </div>
  );
};
