import { limits } from "#lib/contract/limits.ts";
import type { ViewingSlot } from "#lib/contract/viewings.ts";
import { instantsOf } from "./zoned-time.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A time as it stands in a field, on the home's clock. `isSecond`: of an hour that comes twice, the later one. */
export type DraftTime = { key: string; local: string; isSecond: boolean };

/** `skipped`: the clocks go forward over it, so that it never comes. */
export type DraftFlaw = "missing" | "skipped" | "past" | "tooFar" | "overlaps";

const isDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Whether the clocks go back over a time, so that it comes twice. */
export const isTwice = (local: string, timeZone: string): boolean => instantsOf(local, timeZone).length > 1;

/** The instant that a field means, if there is one. */
export const instantOf = ({ local, isSecond }: DraftTime, timeZone: string): Date | undefined => {
  const [first, second] = isDateTime.test(local) ? instantsOf(local, timeZone) : [];
  return isSecond ? (second ?? first) : first;
};

type Reading = { timeZone: string; minutes: number; now: Date };

const flawOf = (time: DraftTime, { timeZone, now }: Reading): DraftFlaw | undefined => {
  if (!isDateTime.test(time.local)) return "missing";
  const at = instantOf(time, timeZone);
  if (!at) return "skipped";
  if (at <= now) return "past";
  return at.getTime() > now.getTime() + limits.viewingDays * DAY_MS ? "tooFar" : undefined;
};

/** What the fields offer, and by key what is wrong with them: only without a flaw it may be sent. */
export const readDraft = (
  times: readonly DraftTime[],
  reading: Reading,
): { slots: ViewingSlot[]; flaws: Map<string, DraftFlaw> } => {
  const { timeZone, minutes } = reading;
  const flaws = new Map<string, DraftFlaw>();
  const begins: number[] = [];
  for (const time of times) {
    const at = instantOf(time, timeZone)?.getTime();
    const isClose = at !== undefined && begins.some((other) => Math.abs(other - at) < minutes * MINUTE_MS);
    const flaw = flawOf(time, reading) ?? (isClose ? "overlaps" : undefined);
    if (flaw) flaws.set(time.key, flaw);
    else if (at !== undefined) begins.push(at);
  }
  return { slots: begins.map((at) => ({ startsAt: new Date(at).toISOString(), minutes })), flaws };
};
