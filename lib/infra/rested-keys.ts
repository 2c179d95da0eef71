type Options = {
  most: number;
  restMs: number;
  now?: () => number;
};

/**
 * Remembers who was there: `most` at the most, and of those that have rested for `restMs` none, so that what is kept follows from who is
 * there and not from who has ever been. `now`: milliseconds of a clock that never runs back.
 */
export const createRestedKeys = ({ most, restMs, now = () => performance.now() }: Options) => {
  // Those that have rested longest first.
  const usedAt = new Map<string, number>();

  const forgetRested = (time: number): void => {
    for (const [key, at] of usedAt) {
      if (time - at < restMs) return;
      usedAt.delete(key);
    }
  };

  return {
    /** This one is there. Returns the one that has to go for it, if any has to. */
    use: (key: string): string | undefined => {
      const time = now();
      usedAt.delete(key);
      usedAt.set(key, time);
      forgetRested(time);
      if (usedAt.size <= most) return undefined;
      const [rested] = usedAt.keys();
      if (rested !== undefined) usedAt.delete(rested);
      return rested;
    },
    forget: (key: string): void => {
      usedAt.delete(key);
    },
    size: (): number => usedAt.size,
  };
};
