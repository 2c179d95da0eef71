import { isSharedComputer } from "./shared-computer.ts";
import { readStored, storedKeys, writeStored } from "./storage.ts";

const PREFIX = "uninest:emoji:";
const MOST = 16;

type Kept = "recent" | "skin";

/** Where they are on a shared computer. */
const inMemory = new Map<string, string>();

const keyOf = (userId: string, what: Kept): string => `${PREFIX}${userId}:${what}`;
const read = (userId: string, what: Kept): string => {
  const key = keyOf(userId, what);
  return inMemory.get(key) ?? readStored(key) ?? "";
};
const write = (userId: string, what: Kept, value: string): void => {
  if (isSharedComputer()) inMemory.set(keyOf(userId, what), value);
  else writeStored(keyOf(userId, what), value);
};

/** The emoji that somebody chose last, the last one first. */
export const readRecentEmoji = (userId: string): string[] => read(userId, "recent").split(" ").filter(Boolean);

/** Keeps what somebody has chosen. */
export const keepRecentEmoji = (userId: string, emoji: string): void =>
  write(userId, "recent", [emoji, ...readRecentEmoji(userId).filter((one) => one !== emoji)].slice(0, MOST).join(" "));

/** In which skin somebody would see hands and people; empty when they have not said. */
export const readSkinTone = (userId: string): string => read(userId, "skin");
export const keepSkinTone = (userId: string, tone: string): void => write(userId, "skin", tone);

/** Forgets those of everybody whom `isGoing` names. */
export const wipeRecentEmoji = (isGoing: (userId: string) => boolean): void => {
  inMemory.clear();
  for (const key of storedKeys()) {
    if (key.startsWith(PREFIX) && isGoing(key.slice(PREFIX.length).split(":")[0] ?? "")) writeStored(key, null);
  }
};
