import type { Setting } from "./world.ts";

/** What was done since the beginning, how often and why something was not, and who is there. */
export type Tally = { done: Record<string, number>; failed: Record<string, number>; newcomers: number; idle: number };

/** What the process that makes the load of a soak is asked for. */
export type SoakRequests = {
  /** Everybody comes who says nothing and stays. `only`: the kinds of actions; empty: all. */
  open: { input: Setting & { only: string[] }; answer: object };
  /** People come, do so many things a second at random times, and go. */
  work: { input: { seconds: number; rate: number }; answer: Tally };
};
