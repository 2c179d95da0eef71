type Deps = { start: () => void; stop: () => void; now?: () => number };

const REPEAT_MS = 3_000;

/** Says 'typing' at most every three seconds while somebody types, and 'stopped' once when they no longer do. */
export const createTypingSignal = ({ start, stop, now = Date.now }: Deps) => {
  let saidAt: number | undefined;
  return {
    typed: (): void => {
      if (saidAt !== undefined && now() - saidAt < REPEAT_MS) return;
      saidAt = now();
      start();
    },
    ended: (): void => {
      if (saidAt === undefined) return;
      saidAt = undefined;
      stop();
    },
  };
};
