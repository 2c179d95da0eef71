import type { Message } from "#lib/contract/messages.ts";
import type { MessageRow } from "./message-rows.ts";
import type { Change, OutboxEntry } from "./outbox-entry.ts";

/** As many as the server quotes. */
const EXCERPT_CHARACTERS = 140;

type Waiting = OutboxEntry & { change: Change };

/** The server does not take it: what it changes stands as it was. A deletion that can still be had back has no error. */
const isRefused = ({ error }: OutboxEntry): boolean => error !== null;

const waitingFor = (changes: readonly OutboxEntry[], messageId: string): Waiting[] =>
  changes.filter((entry): entry is Waiting => entry.change?.of === messageId);

type Reactions = Message["reactions"];

const withReaction = (reactions: Reactions, emoji: string, userId: string): Reactions => {
  const held = reactions.find((one) => one.emoji === emoji);
  if (!held) return [...reactions, { emoji, userIds: [userId] }];
  if (held.userIds.includes(userId)) return reactions;
  return reactions.map((one) => (one === held ? { emoji, userIds: [...held.userIds, userId] } : one));
};

const withoutReaction = (reactions: Reactions, emoji: string, userId: string): Reactions =>
  reactions.flatMap((one) => {
    const userIds = one.userIds.filter((id) => id !== userId);
    if (one.emoji !== emoji || userIds.length === one.userIds.length) return [one];
    return userIds.length === 0 ? [] : [{ emoji, userIds }];
  });

type Body = { text: string; isEdited: boolean; isDeleted: boolean; reactions: Reactions };

/** One change as the server will make it. What is deleted stays so. */
const after = (body: Body, { content, change: { kind } }: Waiting, selfId: string): Body => {
  if (body.isDeleted) return body;
  switch (kind) {
    case "edit":
      return content === body.text ? body : { ...body, text: content, isEdited: true };
    case "delete":
      return { text: "", isEdited: false, isDeleted: true, reactions: [] };
    case "react":
      return { ...body, reactions: withReaction(body.reactions, content, selfId) };
    case "unreact":
      return { ...body, reactions: withoutReaction(body.reactions, content, selfId) };
  }
};

const afterAll = (body: Body, entries: readonly Waiting[], selfId: string): Body =>
  entries.filter((entry) => !isRefused(entry)).reduce((done, entry) => after(done, entry, selfId), body);

/** What is quoted says what its message will say. */
const amendQuote = (quote: Message["replyTo"], changes: readonly OutboxEntry[], selfId: string): Message["replyTo"] => {
  if (!quote) return quote;
  const entries = waitingFor(changes, quote.messageId).filter(({ change }) => change.kind === "edit" || change.kind === "delete");
  const before = { text: quote.excerpt, isEdited: false, isDeleted: false, reactions: [] };
  const { text } = afterAll(before, entries, selfId);
  const excerpt = [...text].slice(0, EXCERPT_CHARACTERS).join("");
  return excerpt === quote.excerpt ? quote : { ...quote, excerpt };
};

/** A message as it will be when what waits is done. The same one where nothing changes it. */
export const amendMessage = (message: Message, changes: readonly OutboxEntry[], selfId: string): Message => {
  const entries = waitingFor(changes, message.messageId);
  if (entries.length === 0) return message;
  const { content, reactions, editedAt, deletedAt, createdAt } = message;
  const before = { text: content, isEdited: editedAt !== null, isDeleted: deletedAt !== null, reactions };
  const { text, isEdited, isDeleted, ...rest } = afterAll(before, entries, selfId);
  return {
    ...message,
    ...rest,
    content: text,
    editedAt: isEdited ? (editedAt ?? createdAt) : editedAt,
    deletedAt: isDeleted ? (deletedAt ?? createdAt) : null,
  };
};

const amendRow = (given: MessageRow, changes: readonly OutboxEntry[], selfId: string): MessageRow => {
  const replyTo = amendQuote(given.replyTo ?? undefined, changes, selfId) ?? null;
  const row = replyTo === given.replyTo ? given : { ...given, replyTo };
  const entries = waitingFor(changes, row.key);
  if (entries.length === 0) return row;
  const isUnsent = row.seq === null;
  const body = afterAll(row, entries, selfId);
  const isEditWaiting = !isUnsent && entries.some((entry) => entry.change.kind === "edit" && !isRefused(entry));
  return {
    ...row,
    ...body,
    // What nobody has seen is not edited, and tells by itself how far it has got.
    isEdited: body.isEdited && !isUnsent,
    status: (body.isDeleted ? isUnsent : isEditWaiting) ? "pending" : row.status,
    refused: (!body.isDeleted && entries.findLast(isRefused)) || null,
  };
};

/** The rows of a thread as they will be when what waits is done, and what of it is refused. */
export const amendRows = (rows: readonly MessageRow[], changes: readonly OutboxEntry[], selfId: string): MessageRow[] =>
  rows.map((row) => amendRow(row, changes, selfId));
