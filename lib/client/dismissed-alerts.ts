import { readStored, writeStored } from "./storage.ts";

/** The alerts that a person has put away in this browser, by their ids. They stay away after signing out: they say nothing of anybody. */

/** So many are remembered: more than ever stand at a time. */
const KEPT = 50;

const keyOf = (userId: string): string => `uninest:dismissed-alerts:${userId}`;

const listeners = new Set<() => void>();
/** In this tab, where a browser keeps nothing. */
const now = new Map<string, string>();

/** As one string, the same until it changes: ids, oldest first. */
export const dismissedIds = (userId: string): string => now.get(userId) ?? readStored(keyOf(userId)) ?? "";

/** Calls back when something is put away, here or in another tab. Returns how to stop. */
export const onDismissal = (tell: () => void): (() => void) => {
  const hear = (): void => {
    now.clear();
    tell();
  };
  listeners.add(tell);
  window.addEventListener("storage", hear);
  return () => {
    listeners.delete(tell);
    window.removeEventListener("storage", hear);
  };
};

export const dismissAlert = (userId: string, id: string): void => {
  const ids = [
    ...dismissedIds(userId)
      .split(" ")
      .filter((one) => one !== "" && one !== id),
    id,
  ]
    .slice(-KEPT)
    .join(" ");
  now.set(userId, ids);
  writeStored(keyOf(userId), ids);
  for (const tell of listeners) tell();
};
