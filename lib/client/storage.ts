/** The browser's storage, or nothing where there is none: on the server, and where a private window or a policy refuses it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage;
  } catch {
    // Reading the property itself throws when the person blocks site data: then nothing is kept over a reload.
    return undefined;
  }
};

export const readStored = (key: string): string | null => storage()?.getItem(key) ?? null;

/** Keeps a value over reloads if the browser lets it; nothing that is kept this way may be needed to go on. */
export const writeStored = (key: string, value: string | null): void => {
  try {
    if (value === null) storage()?.removeItem(key);
    else storage()?.setItem(key, value);
  } catch {
    // A full or refused storage (private windows have a quota of nothing): the value lives until the tab is closed.
  }
};

/** The names of everything that is kept. */
export const storedKeys = (): string[] => Object.keys(storage() ?? {});
