import { fail } from "./fail.ts";

type Options<Item, Result> = {
  /** The most items of one run. */
  size: number;
  /** The most items that wait; beyond it a caller is told to come back. */
  capacity: number;
  /** How many runs may be under way at the same time; one, unless said otherwise. */
  lanes?: number;
  /** Starts the first run after a rest: at once, unless said otherwise. `setImmediate` waits for those who come in the same moment. */
  begin?: (start: () => void) => unknown;
  /** Handles items in their order of arrival, with one result for each, in the same order. */
  run: (items: Item[]) => Promise<Result[]>;
};

type Waiting<Item, Result> = { item: Item; settle: (result: Result) => void; refuse: (error: unknown) => void };

/**
 * Gathers what arrives while a run is under way and hands it to the next run. There is no timer: an idle system
 * adds no delay, and a busy one shares each commit among many callers.
 * @throws {Failure} unavailable when `capacity` items wait already
 */
export const createBatcher = <Item, Result>({
  size,
  capacity,
  lanes = 1,
  begin = (start) => start(),
  run,
}: Options<Item, Result>) => {
  const queue: Waiting<Item, Result>[] = [];
  let running = 0;

  const runOnce = async (batch: Waiting<Item, Result>[]) => {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ settle, refuse }, index) => {
        const result = results[index];
        if (result === undefined) refuse(new Error("the batch answered fewer items than it was given"));
        else settle(result);
      });
    } catch (error) {
      for (const { refuse } of batch) refuse(error);
    }
  };

  const drain = async () => {
    while (queue.length > 0) await runOnce(queue.splice(0, size));
    running -= 1;
  };

  const start = () => {
    running += 1;
    begin(() => void drain());
  };

  return {
    add: (item: Item): Promise<Result> =>
      new Promise((settle, refuse) => {
        if (queue.length >= capacity) return refuse(fail("unavailable"));
        queue.push({ item, settle, refuse });
        if (running < lanes) start();
      }),
  };
};
