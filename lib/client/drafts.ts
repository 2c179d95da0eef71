import { isSharedComputer } from "./shared-computer.ts";
import { readStored, storedKeys, writeStored } from "./storage.ts";

const PREFIX = "uninest:draft:";
const keyOf = (userId: string, conversationId: string): string => `${PREFIX}${userId}:${conversationId}`;
const userOf = (key: string): string => key.slice(PREFIX.length).split(":")[0] ?? "";

/** Where drafts are on a shared computer. */
const inMemory = new Map<string, string>();

/** What was written in a conversation and not sent yet; empty when there is nothing. */
export const readDraft = (userId: string, conversationId: string): string => {
  const key = keyOf(userId, conversationId);
  return inMemory.get(key) ?? readStored(key) ?? "";
};

/** Keeps the draft over reloads; an empty one is forgotten. */
export const writeDraft = (userId: string, conversationId: string, text: string): void => {
  const key = keyOf(userId, conversationId);
  const draft = text.trim() === "" ? null : text;
  if (draft !== null && isSharedComputer()) inMemory.set(key, draft);
  else {
    inMemory.delete(key);
    writeStored(key, draft);
  }
};

/** Forgets the drafts of everybody whom `isGoing` names. */
export const wipeDrafts = (isGoing: (userId: string) => boolean): void => {
  inMemory.clear();
  for (const key of storedKeys()) if (key.startsWith(PREFIX) && isGoing(userOf(key))) writeStored(key, null);
};
