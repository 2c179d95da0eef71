import { createBatcher } from "#lib/domain/batcher.ts";

/** So many go along together, one group behind the other, and so many may wait for the next. */
const TOGETHER = 32;
const WAITING_MAX = 10_000;
/** A group with somebody in it who takes longer is not waited for. */
const PATIENCE_MS = 50;

/** Resolves once all are done, or `ms` are over. */
const allWithin = (works: Promise<void>[], ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void Promise.all(works).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Lets those who come while others are at it go through it together, step by step, so that what each of them asks for is asked for all of
 * them at once. Who comes alone waits for nobody, and each is done when their own part is.
 */
export const createLockstep = () => {
  const batcher = createBatcher<() => Promise<void>, true>({
    size: TOGETHER,
    capacity: WAITING_MAX,
    run: async (works) => {
      await allWithin(
        works.map((work) => work()),
        PATIENCE_MS,
      );
      return works.map(() => true);
    },
  });
  return <Result>(work: () => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      batcher.add(() => work().then(resolve, reject)).catch(reject);
    });
};
