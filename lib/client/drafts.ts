import { readStored, writeStored } from "./storage.ts";

const keyOf = (userId: string, conversationId: string): string => `uninest:draft:${userId}:${conversationId}`;

/** What was written in a conversation and not sent yet; empty when there is nothing. */
export const readDraft = (userId: string, conversationId: string): string => readStored(keyOf(userId, conversationId)) ?? "";

/** Keeps the draft over reloads; an empty one is forgotten. */
export const writeDraft = (userId: string, conversationId: string, text: string): void =>
  writeStored(keyOf(userId, conversationId), text.trim() === "" ? null : text);
