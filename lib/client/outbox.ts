import type { Answer, WireError } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import { backoffMs } from "./backoff.ts";
import type { OutboxEntry, OutboxStore } from "./outbox-store.ts";

type Deps = {
  /** One try to hand the message to the server; never throws. */
  send: (entry: OutboxEntry) => Promise<Answer<SendReceipt>>;
  store: OutboxStore;
  /** The server has it. Called before the entry leaves, so that the stored message stands where the entry stood. */
  onStored: (entry: OutboxEntry, receipt: SendReceipt) => void;
  onChange: (entries: readonly OutboxEntry[]) => void;
  newId: () => string;
  now?: () => Date;
  random?: () => number;
};

/** What holds up a conversation; `isTold` when the server said for how long. */
type Hold = { timer: ReturnType<typeof setTimeout>; isTold: boolean };

/** A store that cannot keep or forget (no space, no permission) only shortens the life of an entry to that of the tab. */
const quietly = (stored: Promise<void>): void => void stored.catch(() => undefined);

/** A session that has ended refuses for now, not for good: the message waits for the next sign-in. */
const waits = ({ retryable, code }: WireError): boolean => retryable || code === "unauthenticated";

/**
 * Messages on their way out: first in, first out within a conversation, one at a time, the id made once and kept over every
 * try. What the server refuses for good waits as `failed` and lets the next one pass.
 */
export const createOutbox = ({ send, store, onStored, onChange, newId, now = () => new Date(), random = Math.random }: Deps) => {
  let entries: readonly OutboxEntry[] = [];
  const sending = new Set<string>();
  const holds = new Map<string, Hold>();

  const setEntries = (next: readonly OutboxEntry[]): void => {
    entries = next;
    onChange(entries);
  };
  const find = (messageId: string) => entries.find((entry) => entry.messageId === messageId);
  const replace = (entry: OutboxEntry): void =>
    setEntries(entries.map((other) => (other.messageId === entry.messageId ? entry : other)));
  const leave = (messageId: string): void => setEntries(entries.filter((entry) => entry.messageId !== messageId));

  const release = (conversationId: string): void => {
    clearTimeout(holds.get(conversationId)?.timer);
    holds.delete(conversationId);
  };

  const hold = (conversationId: string, attempt: number, { retryAfterMs }: WireError): void => {
    const delay = retryAfterMs ?? backoffMs(attempt, { random });
    const timer = setTimeout(() => pump(conversationId, attempt), delay);
    holds.set(conversationId, { timer, isTold: retryAfterMs !== undefined });
  };

  const settle = (entry: OutboxEntry, answer: Answer<SendReceipt>, attempt: number): void => {
    const { conversationId, messageId } = entry;
    if (answer.ok) {
      onStored(entry, answer.data);
      leave(messageId);
      quietly(store.remove(messageId));
    } else if (waits(answer.error)) {
      hold(conversationId, attempt + 1, answer.error);
    } else {
      const failed: OutboxEntry = { ...entry, state: "failed", error: answer.error };
      replace(failed);
      quietly(store.put(failed));
    }
  };

  /** Sends the first waiting message of a conversation, unless one is on its way or all wait for a time. */
  const pump = (conversationId: string, attempt = 0): void => {
    const next = entries.find((entry) => entry.conversationId === conversationId && entry.state === "pending");
    if (!next || sending.has(conversationId)) return;
    release(conversationId);
    sending.add(conversationId);
    void send(next)
      .then((answer) => settle(next, answer, attempt))
      .finally(() => {
        sending.delete(conversationId);
        if (!holds.has(conversationId)) pump(conversationId);
      });
  };

  const wakeable = (conversationId: string): boolean => holds.get(conversationId)?.isTold !== true;
  const conversationIds = (): string[] => [...new Set(entries.map(({ conversationId }) => conversationId))];

  const append = (entry: OutboxEntry): void => {
    setEntries([...entries.filter(({ messageId }) => messageId !== entry.messageId), entry]);
    quietly(store.put(entry));
    if (!holds.has(entry.conversationId)) pump(entry.conversationId);
  };

  return {
    /** Takes what an earlier tab left behind. */
    start: async (): Promise<void> => {
      const kept = await store.load();
      const known = new Set(entries.map(({ messageId }) => messageId));
      setEntries([...kept.filter(({ messageId }) => !known.has(messageId)), ...entries]);
      for (const id of conversationIds()) pump(id);
    },
    add: (conversationId: string, content: string): OutboxEntry => {
      const writtenAt = now().toISOString();
      const entry: OutboxEntry = { conversationId, messageId: newId(), content, writtenAt, state: "pending", error: null };
      append(entry);
      return entry;
    },
    /** 'Try again': to the end of the queue, with the same id. */
    retry: (messageId: string): void => {
      const entry = find(messageId);
      if (entry?.state === "failed") append({ ...entry, state: "pending", error: null });
    },
    /** 'Discard' what failed; returns it. One that is still on its way cannot be taken back. */
    discard: (messageId: string): OutboxEntry | undefined => {
      const entry = find(messageId);
      if (entry?.state !== "failed") return undefined;
      leave(messageId);
      quietly(store.remove(messageId));
      return entry;
    },
    /** The server told of this message by another way: it is stored, whatever became of the answer. */
    confirm: (messageId: string): void => {
      if (!find(messageId)) return;
      leave(messageId);
      quietly(store.remove(messageId));
    },
    /** The line is back: tries at once whatever only waits for that; a wait that the server asked for goes on. */
    wake: (): void => {
      for (const id of conversationIds()) if (wakeable(id)) pump(id);
    },
    entries: (): readonly OutboxEntry[] => entries,
  };
};
