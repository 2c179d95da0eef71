type Options = { slotMs: number; slots: number; now: () => number };

/** Counts by key what happened in the last `slots * slotMs` milliseconds, in as many counters as there are slots. */
export const createSlidingCount = <Key extends string>({ slotMs, slots, now }: Options) => {
  let counts: { slot: number; byKey: Map<Key, number> }[] = [];

  const current = (): Map<Key, number> => {
    const slot = Math.floor(now() / slotMs);
    const last = counts.at(-1);
    if (last?.slot === slot) return last.byKey;
    const byKey = new Map<Key, number>();
    counts = [...counts.filter((one) => one.slot > slot - slots), { slot, byKey }];
    return byKey;
  };

  return {
    add: (key: Key, by = 1): void => {
      const byKey = current();
      byKey.set(key, (byKey.get(key) ?? 0) + by);
    },
    totals: (): Map<Key, number> => {
      current();
      const sums = new Map<Key, number>();
      for (const { byKey } of counts) for (const [key, count] of byKey) sums.set(key, (sums.get(key) ?? 0) + count);
      return sums;
    },
  };
};
