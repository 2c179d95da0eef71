import { createBatcher } from "./batcher.ts";

/** So many keys are read at once, and so many may wait. */
const SIZE = 256;
const CAPACITY = 10_000;

/**
 * Reads by a key for whoever asks: those who ask while one read is under way share the next. What is answered was read after it was asked
 * for. `read` leaves out keys of which there is nothing.
 * @throws {Failure} unavailable when too many wait already
 */
export const createSharedRead = <Value>(read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>) => {
  const batcher = createBatcher<string, { value: Value | undefined }>({
    size: SIZE,
    capacity: CAPACITY,
    begin: setImmediate,
    run: async (keys) => {
      const found = await read([...new Set(keys)]);
      return keys.map((key) => ({ value: found.get(key) }));
    },
  });
  return async (key: string): Promise<Value | undefined> => (await batcher.add(key)).value;
};
