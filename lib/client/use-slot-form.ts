"use client";

import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ViewingSlot } from "#lib/contract/viewings.ts";
import { type DraftFlaw, type DraftTime, readDraft } from "./viewing-draft.ts";

const HALF_AN_HOUR = 30;

const noTime = (): DraftTime => ({ key: uuidv7(), local: "", isSecond: false });

export type SlotForm = {
  timeZone: string;
  times: readonly DraftTime[];
  minutes: number;
  /** By the key of a time, once one has tried to send. */
  flaws: ReadonlyMap<string, DraftFlaw>;
  add: () => void;
  remove: (key: string) => void;
  change: (key: string, change: Partial<Omit<DraftTime, "key">>) => void;
  setMinutes: (minutes: number) => void;
  /** What is offered; nothing while something is wrong, which shows from then on. */
  read: () => ViewingSlot[] | null;
};

/** The fields for times that one offers, on the clock of a home. */
export const useSlotForm = (timeZone: string): SlotForm => {
  const [times, setTimes] = useState<readonly DraftTime[]>(() => [noTime()]);
  const [minutes, setMinutes] = useState(HALF_AN_HOUR);
  const [isTried, setTried] = useState(false);
  const draft = () => readDraft(times, { timeZone, minutes, now: new Date() });
  return {
    timeZone,
    times,
    minutes,
    flaws: isTried ? draft().flaws : new Map(),
    add: () => setTimes([...times, noTime()]),
    remove: (key) => setTimes(times.filter((time) => time.key !== key)),
    change: (key, change) => setTimes(times.map((time) => (time.key === key ? { ...time, ...change } : time))),
    setMinutes,
    read: () => {
      setTried(true);
      const { slots, flaws } = draft();
      return flaws.size === 0 ? slots : null;
    },
  };
};
