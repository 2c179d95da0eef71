/** Chance that repeats itself: the same seed tells the same story. */
export type Random = ReturnType<typeof createRandom>;

/** mulberry32: small, quick and even enough for stories; nothing secret may come from it. */
const mulberry32 = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A source of repeatable choices. `between` includes its low end only, `int` both ends. */
export const createRandom = (seed: number) => {
  const next = mulberry32(seed);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));

  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };

  return {
    between: (low: number, high: number) => low + next() * (high - low),
    int,
    pick,
    chance: (probability: number) => next() < probability,
  };
};
