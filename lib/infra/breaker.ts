import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, type IBackoff, type IBackoffFactory } from "cockatiel";

/** So many tries in a row that fail are no accident. */
const IN_A_ROW = 3;
/** After that one try is let through; when it fails too, the part rests for twice as long, up to the most. */
const REST_MS = { least: 1_000, most: 15_000 };

/** The part was not asked at all: it has failed several times in a row, the last time of the cause. Recognise it by `code`. */
class PartRests extends Error {
  readonly code = "PART_RESTS";
}

export const isResting = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "PART_RESTS";

type Options = {
  /** What is not counts as an answer like any other. */
  isItsFault?: (error: unknown) => boolean;
  restMs?: { least: number; most: number };
};

/** The library asks the calendar's clock, which jumps: what it is told instead is that the rest is over, or not. */
const restOf = ({ least, most }: { least: number; most: number }): IBackoffFactory<unknown> => {
  const rest = (restMs: number): IBackoff<unknown> => {
    const since = performance.now();
    return {
      next: () => rest(Math.min(2 * restMs, most)),
      get duration() {
        return performance.now() - since < restMs ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
    };
  };
  return { next: () => rest(least) };
};

/**
 * Stands before a part outside, and says whether it works by what came of using it: to ask it each time that somebody looks would
 * burden it. One that has failed three times in a row is left alone for a while, and whoever wants it hears so at once.
 */
export const createBreaker = ({ isItsFault = () => true, restMs = REST_MS }: Options = {}) => {
  const policy = circuitBreaker(
    handleWhen((error) => isItsFault(error)),
    { halfOpenAfter: restOf(restMs), breaker: new ConsecutiveBreaker(IN_A_ROW) },
  );
  let cause: unknown;
  return {
    isUp: (): boolean => policy.state === CircuitState.Closed,
    /** Does it, or not: then nobody has asked the part. @throws {PartRests} */
    during: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      // The library would have the others wait for what becomes of the one try.
      if (policy.state === CircuitState.HalfOpen) throw new PartRests("it has failed, and is being tried again", { cause });
      let isAsked = false;
      try {
        return await policy.execute(() => {
          isAsked = true;
          return work();
        });
      } catch (error) {
        if (!isAsked) throw new PartRests("it has failed several times in a row, and is left alone for a moment", { cause });
        cause = error;
        throw error;
      }
    },
  };
};
export type Breaker = ReturnType<typeof createBreaker>;

/** Names are others' to choose: those that were asked for longest ago are forgotten. */
const MOST_NAMES = 500;

/** One for each name, as of a host: one that is away says nothing of another. */
export const createBreakers = (options: Options = {}) => {
  const breakers = new Map<string, Breaker>();
  return {
    during: <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
      const breaker = breakers.get(name) ?? createBreaker(options);
      breakers.delete(name);
      breakers.set(name, breaker);
      const [oldest] = breakers.keys();
      if (breakers.size > MOST_NAMES && oldest !== undefined) breakers.delete(oldest);
      return breaker.during(work);
    },
  };
};
