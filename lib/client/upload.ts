import type { WireError } from "#lib/contract/errors.ts";
import type { WaitingFile } from "./outbox-entry.ts";
import { readStored, storedKeys, writeStored } from "./storage.ts";

/** A file that goes to the server, as the page shows it. */
export type Upload = WaitingFile & {
  conversationId: string;
  /** The message that takes it along; null while it stands at the composer. */
  messageId: string | null;
  /** An address of this tab where it can be looked at or listened to. */
  url: string | null;
  state: "waiting" | "running" | "paused" | "done" | "refused";
  /** How much of it has arrived, 0 to 1. */
  share: number;
  /** Why it was refused: by the server, or here before it was sent there. */
  error: WireError | null;
};

/** The name of the database of a person's files, and of the mark that there is one. */
export const uploadsName = (userId: string): string => `${PREFIX}${userId}`;
const PREFIX = "uninest:uploads:";

/** Some files of this person wait in this browser. */
export const hasUploads = (userId: string): boolean => readStored(uploadsName(userId)) !== null;

/** Forgets the files of everybody whom `isGoing` names; what opens and reads them comes with the first file, and need not be there. */
export const wipeUploads = (isGoing: (userId: string) => boolean): void => {
  for (const key of storedKeys()) {
    if (!key.startsWith(PREFIX) || !isGoing(key.slice(PREFIX.length))) continue;
    indexedDB.deleteDatabase(key);
    writeStored(key, null);
  }
};

/** Stands at the composer of this conversation, to go out with what is sent next. */
export const standsAt =
  (id: string) =>
  ({ conversationId, messageId, state }: Upload): boolean =>
    conversationId === id && messageId === null && state !== "refused";

/** What a message keeps of it. */
export const fileOf = ({
  conversationId: _,
  messageId: __,
  url: ___,
  state: ____,
  share: _____,
  error: ______,
  ...file
}: Upload): WaitingFile => file;
