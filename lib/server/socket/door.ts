import { type Failure, fail } from "#lib/domain/fail.ts";
import { createWorkload } from "./workload.ts";

/** So many handshakes at once: each asks the database for everything its person has missed, and those inside must get through too. */
const HANDSHAKES = 64;
/** When to try again. */
const RETRY_MS = { least: 1_000, most: 30_000 };
/** How long a part of a handshake takes where none has been seen yet; and how much one that has ended says of the next. */
const FIRST_MS = 100;
const WEIGHT = 0.05;
/** Turns come so much faster than people went through while all the others were turned away, which takes half of the time. */
const HASTE = 1.6;
/** Before and behind their turn people come by as much, so that they do not come in step. */
const SPREAD_MS = 1_000;

type Options = { places?: number; random?: () => number; now?: () => number };

/** Notes how long each piece of work takes, on the average of the last ones. */
const createPace = (now: () => number) => {
  let takesMs = FIRST_MS;
  return {
    takesMs: (): number => takesMs,
    during: async <Result>(work: Promise<Result>): Promise<Result> => {
      const began = now();
      const result = await work;
      takesMs += (now() - began - takesMs) * WEIGHT;
      return result;
    },
  };
};

/**
 * Who may come in while the house is full, or about to close: nobody, and they are told when to try again. Those whom a full house turns
 * away are given turns, one behind the other, as fast as people come through: a crowd that is told any time would be at the door again and
 * again, and turning people away costs nearly as much as letting them in.
 */
export const createDoor = ({ places = HANDSHAKES, random = Math.random, now = () => performance.now() }: Options = {}) => {
  const workload = createWorkload();
  const admissions = createPace(now);
  const greetings = createPace(now);
  let isClosed = false;
  /** When the last turn is that was given out. */
  let lastTurn = 0;

  const retryAfterMs = (): number => {
    const eachMs = (admissions.takesMs() + greetings.takesMs()) / places / HASTE;
    lastTurn = Math.min(Math.max(lastTurn, now() + RETRY_MS.least) + eachMs, now() + RETRY_MS.most);
    return Math.round(Math.max(RETRY_MS.least, lastTurn - now() - SPREAD_MS) + SPREAD_MS * random());
  };

  return {
    /** Why nobody more can come in at the moment, or nothing. */
    refusal: (): Failure | undefined =>
      !isClosed && workload.count() < places ? undefined : fail("unavailable", { retryAfterMs: retryAfterMs() }),
    /** Finds out who comes. */
    admitting: <Result>(work: Promise<Result>): Promise<Result> => workload.during(admissions.during(work)),
    /** Says hello to who was let in: the second half of a handshake. */
    greeting: <Result>(work: Promise<Result>): Promise<Result> => workload.during(greetings.during(work)),
    /** From now on nobody comes in. */
    close: (): void => {
      isClosed = true;
    },
  };
};
export type Door = ReturnType<typeof createDoor>;
