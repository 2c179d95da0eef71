import type { Answer, WireError } from "#lib/contract/errors.ts";
import { backoffMs } from "./backoff.ts";
import { createOutboxBook } from "./outbox-book.ts";
import { hasRoom, isAnswered, isWhole, type OutboxEntry, type Stored } from "./outbox-entry.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { Tabs, TabWord } from "./outbox-tabs.ts";

type Deps = {
  /** One try to hand the message to the server; never throws. */
  send: (entry: OutboxEntry) => Promise<Answer<Stored>>;
  store: OutboxStore;
  tabs: Tabs;
  /** The server has it. Called before the entry leaves, so that the stored message stands where the entry stood. */
  onStored: (entry: OutboxEntry, stored: Stored) => void;
  onChange: (entries: readonly OutboxEntry[]) => void;
  /** This browser keeps nothing: what waits is lost when the tab is closed. */
  onRefused: () => void;
  newId: () => string;
  now?: () => Date;
  random?: () => number;
};

/** What holds up a conversation; `isTold` when the server said for how long. */
type Hold = { timer: ReturnType<typeof setTimeout>; isTold: boolean };
type Draft = Pick<OutboxEntry, "conversationId" | "content"> & Partial<OutboxEntry>;
type Turn = { attempt?: number; isTime?: boolean };

/** A clock that was set meanwhile must not hold a message for hours: asked too early, the server says again how long. */
const LONGEST_HOLD_MS = 5 * 60_000;

/** It waits for a moderator: trying again would change nothing. */
const isHeld = ({ details }: WireError): boolean => (details as { held?: boolean } | undefined)?.held === true;

/** A session that has ended refuses for now, not for good: the message waits for the next sign-in. */
const waits = ({ retryable, code }: WireError): boolean => retryable || code === "unauthenticated";

/**
 * Messages on their way out: first in, first out within a conversation, one at a time, the id made once and kept over every
 * try, every tab and every start. One tab sends for all. What the server refuses for good waits as `failed` and lets the next
 * one pass.
 */
export const createOutbox = (deps: Deps) => {
  const { send, store, tabs, onStored, onChange, onRefused, newId, now = () => new Date(), random = Math.random } = deps;
  const sending = new Set<string>();
  const holds = new Map<string, Hold>();
  let isSender = false;
  let isStopped = false;

  const book = createOutboxBook({
    store,
    onRefused,
    onWritten: () => tabs.tell({ kind: "changed" }),
    onChange: (entries) => {
      onChange(entries);
      look();
    },
  });

  /** What other tabs cannot see, only this one can send. */
  const isMine = ({ order }: OutboxEntry): boolean => isSender || order === null;
  const headOf = (conversationId: string): OutboxEntry | undefined =>
    book.entries().find((entry) => entry.conversationId === conversationId && !isAnswered(entry));
  const conversationIds = (): Set<string> => new Set(book.entries().map(({ conversationId }) => conversationId));

  const release = (conversationId: string): void => {
    clearTimeout(holds.get(conversationId)?.timer);
    holds.delete(conversationId);
  };

  const hold = (conversationId: string, attempt: number, delayMs: number, isTold: boolean): void => {
    const timer = setTimeout(() => pump(conversationId, { attempt, isTime: true }), delayMs);
    holds.set(conversationId, { timer, isTold });
  };

  const leftOf = ({ heldUntil }: OutboxEntry): number => Math.min((heldUntil ?? 0) - now().getTime(), LONGEST_HOLD_MS);

  const wait = (entry: OutboxEntry, attempt: number, { retryAfterMs }: WireError): void => {
    if (retryAfterMs === undefined) {
      hold(entry.conversationId, attempt, backoffMs(attempt, { random }), false);
      return;
    }
    hold(entry.conversationId, attempt, retryAfterMs, true);
    book.change({ ...entry, heldUntil: now().getTime() + retryAfterMs });
  };

  const settle = (sent: OutboxEntry, answer: Answer<Stored>, attempt: number): void => {
    if (answer.ok) {
      onStored(sent, answer.data);
      tabs.tell({ kind: "stored", messageId: sent.messageId, stored: answer.data });
      book.remove(sent.messageId);
      return;
    }
    const entry = book.find(sent.messageId) ?? sent;
    if (waits(answer.error)) wait(entry, attempt + 1, answer.error);
    // Where its writer has put other words into it meanwhile, a refusal of the former ones says nothing.
    else if (entry.content === sent.content || isHeld(answer.error))
      book.change({ ...entry, state: isHeld(answer.error) ? "held" : "failed", error: answer.error, heldUntil: null });
  };

  /** Sends the first waiting message of a conversation, unless one is on its way, all wait for a time, or another tab sends. */
  const pump = (conversationId: string, { attempt = 0, isTime = false }: Turn = {}): void => {
    // What it waited for may have left: nothing that comes later may wait for that.
    release(conversationId);
    const next = headOf(conversationId);
    if (isStopped || next?.state !== "pending" || !isWhole(next) || sending.has(conversationId)) return;
    if (!isMine(next)) return;
    const left = leftOf(next);
    if (left > 0 && !isTime) {
      hold(conversationId, attempt, left, true);
      return;
    }
    sending.add(conversationId);
    void send(next)
      .then((answer) => {
        if (!isStopped) settle(next, answer, attempt);
      })
      .finally(() => {
        sending.delete(conversationId);
        if (!holds.has(conversationId)) pump(conversationId);
      });
  };

  /** Something has changed: sends what has no reason to wait. */
  const look = (): void => {
    for (const id of conversationIds()) if (!holds.has(id)) pump(id);
  };

  const hear = (word: TabWord): void => {
    if (word.kind === "changed") {
      void book.read();
      return;
    }
    const entry = book.find(word.messageId);
    if (!entry) return;
    onStored(entry, word.stored);
    book.drop(word.messageId);
  };

  const takeOver = async (): Promise<void> => {
    await book.read();
    isSender = true;
    look();
  };

  return {
    /** Takes what was left behind, and sends it when it is this tab's turn. */
    start: async (): Promise<void> => {
      tabs.listen(hear);
      tabs.lead(() => void takeOver());
      await book.read();
    },
    stop: (): void => {
      isStopped = true;
      tabs.stop();
      for (const id of [...holds.keys()]) release(id);
    },
    /** The message or the change as it waits, and when it is safe; null when too much waits already. */
    add: (draft: Draft): { messageId: string; kept: Promise<void> } | null => {
      if (!hasRoom(book.entries(), draft.content)) return null;
      const fresh = { messageId: newId(), writtenAt: now().toISOString(), replyTo: null, files: [], error: null };
      const entry: OutboxEntry = { ...fresh, heldUntil: null, state: "pending", order: null, ...draft };
      return { messageId: entry.messageId, kept: book.append(entry) };
    },
    /** 'Try again', or a deletion that is meant: to the end of the queue, with the same id. */
    retry: (messageId: string): void => {
      const entry = book.find(messageId);
      if (entry?.state === "failed") void book.append({ ...entry, state: "pending", error: null, heldUntil: null });
    },
    /** The server has all of a file, or, by null, has it no longer. */
    fill: (messageId: string, key: string, attachmentId: string | null): void => {
      const entry = book.find(messageId);
      if (!entry || entry.state === "keeping") return;
      book.change({ ...entry, files: entry.files.map((file) => (file.key === key ? { ...file, attachmentId } : file)) });
    },
    /** A file of it was refused, or is lost. */
    fail: (messageId: string, error: WireError): void => {
      const entry = book.find(messageId);
      if (entry?.state === "pending") book.change({ ...entry, state: "failed", error, heldUntil: null });
    },
    /** 'Discard' what failed, is held or waits for its files; returns it. One that is on its way cannot be taken back. */
    discard: (messageId: string): OutboxEntry | undefined => {
      const entry = book.find(messageId);
      if (!entry || (isWhole(entry) && !isAnswered(entry))) return undefined;
      book.remove(messageId);
      return entry;
    },
    /** What the server says of a message of one's own that it has not let through, from whichever device it came. */
    put: book.put,
    /** It is not to be sent: the server told of it by another way, or its writer has thought better of it. */
    confirm: (messageId: string): void => book.remove(messageId),
    /** The line is back: tries at once whatever only waits for that; a wait that the server asked for goes on. */
    wake: (): void => {
      for (const id of conversationIds()) if (holds.get(id)?.isTold !== true) pump(id);
    },
    entries: book.entries,
  };
};
export type Outbox = ReturnType<typeof createOutbox>;
