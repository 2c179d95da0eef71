/** Counts what is under way, so that a stop can wait for it. */
export const createWorkload = () => {
  let underWay = 0;
  const waiting = new Set<() => void>();

  const end = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const tell of waiting) tell();
    waiting.clear();
  };

  return {
    /** Does it and counts it until it is done. */
    during: async <Result>(work: Promise<Result>): Promise<Result> => {
      underWay += 1;
      try {
        return await work;
      } finally {
        end();
      }
    },
    count: (): number => underWay,
    /** Resolves once nothing is under way, or when `ms` are over. */
    idle: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        if (underWay === 0) return resolve();
        const timer = setTimeout(resolve, ms);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
};
export type Workload = ReturnType<typeof createWorkload>;
