/** Lets go of what was taken. */
export type Release = () => void;

/**
 * Takes a file for this tab alone, so that no two of them upload it; a tab that is closed lets go by that. Resolves to null when another
 * one has it, unless it `waits` for its turn.
 */
export const takeUpload = (key: string, waits: boolean): Promise<Release | null> =>
  new Promise((resolve) => {
    if (!("locks" in navigator)) {
      resolve(() => undefined);
      return;
    }
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (lock) return new Promise((release) => resolve(() => release()));
      resolve(null);
      return undefined;
    };
    navigator.locks.request(`uninest-upload:${key}`, { ifAvailable: !waits }, hold).catch(() => resolve(null));
  });
