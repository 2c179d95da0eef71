import { type ErrorCode, errorCodes, type WireError } from "#lib/contract/errors.ts";
import type { Attachment, Message, SendReceipt } from "#lib/contract/messages.ts";

export type Quote = NonNullable<Message["replyTo"]>;

const changeKinds = ["edit", "delete", "react", "unreact"] as const;

/** What is to become of a message that somebody has seen already, or will have by then. */
export type Change = { kind: (typeof changeKinds)[number]; of: string };

/** What the server holds of it now; null of a change for which nothing is there any more. */
export type Stored = SendReceipt | Message | null;

/** A file of a message on its way out; `attachmentId` once the server has all of it. */
export type WaitingFile = Pick<Attachment, "kind" | "name" | "byteSize" | "width" | "height" | "durationMs"> & {
  key: string;
  attachmentId: string | null;
};

/** A message on its way out, or a change of one. */
export type OutboxEntry = {
  conversationId: string;
  /** The message's own; that of a change is the change's. */
  messageId: string;
  /** What is said; of a change the new words or the emoji. */
  content: string;
  change?: Change;
  /** What it answers. */
  replyTo: Quote | null;
  /** It goes out once the server has them all. */
  files: readonly WaitingFile[];
  /** When it was written, by this machine's clock. */
  writtenAt: string;
  /**
   * `keeping` until it would survive a crash, then `pending`; `held` waits for a moderator, and `failed` for its writer's decision:
   * what is to be done about a refusal, or, without an error, whether a deletion is meant.
   */
  state: "keeping" | "pending" | "held" | "failed";
  /** Why it failed. */
  error: WireError | null;
  /** The server asked to wait until then: milliseconds since the epoch, by this machine's clock. */
  heldUntil: number | null;
  /** Its place in the queue that all tabs share, rising; null while it is in this tab alone. */
  order: number | null;
};

/** The server has answered, or is not to be asked yet: what comes after it may pass. */
export const isAnswered = ({ state }: OutboxEntry): boolean => state === "failed" || state === "held";

/** The server has all its files: it may go out. */
export const isWhole = ({ files }: OutboxEntry): boolean => files.every(({ attachmentId }) => attachmentId !== null);

/** These can be seen and can be heard alone: which of it is true is known by whoever has looked inside. */
const isOpen = ({ name, durationMs }: WaitingFile): boolean => durationMs === null && /\.(webm|ogg)$/i.test(name);

/** What all its files are; mixed ones are files. */
export const kindOf = ({ files }: Pick<OutboxEntry, "files">): Attachment["kind"] | "text" => {
  const [first] = files;
  if (!first) return "text";
  return files.every((file) => file.kind === first.kind && !isOpen(file)) ? first.kind : "file";
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isCode = (value: unknown): value is ErrorCode => typeof value === "string" && Object.hasOwn(errorCodes, value);
const isNumber = (value: unknown): value is number => Number.isFinite(value);

const parseError = (value: unknown): WireError | null => {
  if (!isRecord(value) || !isCode(value.code)) return null;
  const { code, message, details } = value;
  return { code, message: typeof message === "string" ? message : code, retryable: errorCodes[code].retryable, details };
};

const parseQuote = (value: unknown): Quote | null => {
  if (!isRecord(value)) return null;
  const { messageId, senderId, excerpt } = value;
  const isWhole = typeof messageId === "string" && typeof senderId === "string" && typeof excerpt === "string";
  return isWhole ? { messageId, senderId, excerpt } : null;
};

const parseChange = (value: unknown): Change | undefined => {
  if (!isRecord(value)) return undefined;
  const { of } = value;
  const kind = changeKinds.find((one) => one === value.kind);
  return kind && typeof of === "string" ? { kind, of } : undefined;
};

/** They came with the first version of the page that knew of any. */
const isFile = (value: unknown): value is WaitingFile =>
  isRecord(value) && [value.key, value.name, value.kind].every((text) => typeof text === "string") && isNumber(value.byteSize);

/** What was kept by whichever version of the page, or null when it cannot be read. */
export const parseEntry = (value: unknown): OutboxEntry | null => {
  if (!isRecord(value)) return null;
  const { conversationId, messageId, writtenAt, state, error, heldUntil, order } = value;
  const change = parseChange(value.change);
  const content = change ? value.words : value.content;
  if (typeof conversationId !== "string" || typeof messageId !== "string" || typeof content !== "string") return null;
  if (typeof writtenAt !== "string" || Number.isNaN(Date.parse(writtenAt)) || !isNumber(order)) return null;
  if (state !== "pending" && state !== "held" && state !== "failed") return null;
  const wait = isNumber(heldUntil) ? heldUntil : null;
  const replyTo = parseQuote(value.replyTo);
  const files = Array.isArray(value.files) ? value.files : [];
  if (!files.every(isFile)) return null;
  const draft = { conversationId, messageId, content, ...(change ? { change } : {}), replyTo, files, writtenAt };
  return { ...draft, state, error: parseError(error), heldUntil: wait, order };
};

const mostEntries = 500;
const mostBytes = 5_000_000;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether one more text finds room beside those that wait. */
export const hasRoom = (entries: readonly OutboxEntry[], content: string): boolean =>
  entries.length < mostEntries && entries.reduce((sum, entry) => sum + bytesOf(entry.content), bytesOf(content)) <= mostBytes;
