import { fromWaking, WAKING_DAY } from "./calendar.ts";
import type { DemoListing, DemoRoom } from "./content/listings.ts";
import type { ThreadPlan } from "./content/threads.ts";
import type { Random } from "./random.ts";
import type { Scene, Side } from "./scene.ts";
import { storySlots } from "./slots.ts";
import { layOut } from "./timeline.ts";
import { wordLine } from "./wording.ts";

/** One message before it has ids: `repliesTo` is the seq of an earlier one. */
export type Utterance = { seq: number; by: Side; text: string; at: Date; repliesTo: number | null };

export type Setting = {
  plan: ThreadPlan;
  /** Full names of the two, in the order of the sides. */
  names: readonly [string, string];
  listing: DemoListing | null;
  room: DemoRoom | null;
  /** Waking minutes. */
  now: number;
};

const UNIT_MINUTES: Record<string, number> = { m: 1, h: 60, d: WAKING_DAY };
const EARLY_TIMES = ["10:00", "11:00", "11:30", "14:00", "14:30", "15:00"];
const LATE_TIMES = ["16:30", "17:00", "17:30", "18:00", "18:30"];

/** "25m", "3h", "2d" in waking minutes. */
const agoMinutes = (ago: string): number => Number.parseInt(ago, 10) * (UNIT_MINUTES[ago.slice(-1)] ?? Number.NaN);

const clockSlots = (random: Random) => ({ time: random.pick(EARLY_TIMES), time2: random.pick(LATE_TIMES) });

/** Tells the scenes as one conversation: what was written, by whom and when, with seqs from 1. */
export const tellConversation = (scenes: Scene[], setting: Setting, random: Random): Utterance[] => {
  const { plan, now, listing } = setting;
  const ago = agoMinutes(plan.ago);
  const to = now - ago - random.between(0.1, Math.min(ago * 0.15, WAKING_DAY / 2));
  const from = to - plan.days * WAKING_DAY;
  const clocks = scenes.map(() => clockSlots(random));
  const timed = scenes.map((scene, index) => ({
    scene,
    clockOf: (clock: string) => wordLine(clock, { slots: { ...clocks[index] }, begins: new Date(0), random }),
  }));
  const positions = layOut(timed, { from, to, utcOffset: listing?.utcOffset ?? 0, random });
  const begins = fromWaking(positions[0]?.[0] ?? from);
  const arrival = positions[scenes.findIndex(({ phase }) => phase === "arrival")]?.at(-1);
  const slots = storySlots({ setting, begins, arrives: arrival === undefined ? null : fromWaking(arrival), random });

  const told: Utterance[] = [];
  scenes.forEach((scene, sceneIndex) => {
    const sceneBegins = fromWaking(positions[sceneIndex]?.[0] ?? from);
    const wording = { slots: { ...slots, ...clocks[sceneIndex] }, begins: sceneBegins, random };
    scene.lines.forEach((line, lineIndex) => {
      const seq = told.length + 1;
      told.push({
        seq,
        by: line.by,
        text: wordLine(line.text, wording),
        at: fromWaking(positions[sceneIndex]?.[lineIndex] ?? to),
        repliesTo: line.repliesBack === null ? null : seq - line.repliesBack,
      });
    });
  });
  return told;
};
