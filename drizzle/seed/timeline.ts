import { WAKING_DAY, wakingAt, wakingDayOf } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Scene } from "./scene.ts";

/** All positions are waking minutes (calendar.ts). */
type Step = { kind: "after"; minutes: number } | { kind: "at"; day: number; clock: string; late: number };

/** A scene with the slots that its clock times need. */
export type TimedScene = { scene: Scene; clockOf: (clock: string) => string };

type Frame = { from: number; to: number; utcOffset: number; random: Random };

/** Between two scenes at least; a shorter break would make one talk of them. */
const BREAK = 25;

const beat = (isSameSpeaker: boolean, random: Random): number => {
  if (isSameSpeaker) return random.between(0.15, 1.3);
  return random.chance(0.12) ? random.between(10, 40) : random.between(0.7, 7);
};

/** Each line's step after the one before it; the first line's is zero. */
const stepsOf = ({ scene: { lines }, clockOf }: TimedScene, random: Random): Step[] =>
  lines.map(({ by, wait }, index) => {
    if (index === 0) return { kind: "after", minutes: 0 };
    if (wait.kind === "at") return { kind: "at", day: wait.day, clock: clockOf(wait.clock), late: random.between(-4, 5) };
    if (wait.kind === "pause") return { kind: "after", minutes: wait.minutes * random.between(0.85, 1.25) };
    return { kind: "after", minutes: beat(lines[index - 1]?.by === by, random) };
  });

const walk = (starts: number, steps: Step[], utcOffset: number): number[] => {
  const day = wakingDayOf(starts);
  let position = starts;
  return steps.map((step) => {
    if (step.kind === "after") position += step.minutes;
    else position = Math.max(position + 1, wakingAt(day + step.day, step.clock, utcOffset) + step.late);
    return position;
  });
};

/** What is told in one go stays on one day, so that "today" and "tomorrow" mean what they say. */
const keptOnOneDay = (starts: number, steps: Step[]): number => {
  const rest = steps.findIndex((step) => step.kind === "at" || step.minutes > 60);
  const inOneGo = rest === -1 ? steps : steps.slice(0, rest);
  const length = inOneGo.reduce((sum, step) => sum + (step.kind === "after" ? step.minutes : 0), 0);
  const dayEnds = (wakingDayOf(starts) + 1) * WAKING_DAY;
  return starts + length < dayEnds ? starts : dayEnds - length - 1;
};

/** The latest place at or before `wanted` from which the scene is over by `limit`. */
const placeBefore = (wanted: number, limit: number, steps: Step[], utcOffset: number): number[] => {
  for (let starts = Math.min(wanted, limit); ; starts -= WAKING_DAY / 4) {
    const positions = walk(keptOnOneDay(starts, steps), steps, utcOffset);
    if ((positions.at(-1) ?? limit) <= limit) return positions;
  }
};

const endingAt = (end: number, steps: Step[]): number[] => {
  const length = steps.reduce((sum, step) => sum + (step.kind === "after" ? step.minutes : 0), 0);
  return walk(end - length, steps, 0);
};

/**
 * Lays scenes out between `from` and `to`, spread evenly with some chance: the position of every line, rising. The last one
 * ends at `to` sharp. What does not fit begins before `from`.
 */
export const layOut = (scenes: TimedScene[], { from, to, utcOffset, random }: Frame): number[][] => {
  const laid: number[][] = [];
  let limit = to;
  for (let index = scenes.length - 1; index >= 0; index -= 1) {
    const scene = scenes[index];
    if (!scene) continue;
    const steps = stepsOf(scene, random);
    const isLast = index === scenes.length - 1;
    const wanted = from + ((to - from) * (index + random.between(0, 0.8))) / scenes.length;
    const positions = isLast ? endingAt(to, steps) : placeBefore(wanted, limit, steps, utcOffset);
    laid.unshift(positions);
    limit = (positions[0] ?? limit) - BREAK;
  }
  return laid;
};
