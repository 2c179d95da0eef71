import type { OutboxEntry } from "./outbox-entry.ts";
import type { OutboxStore } from "./outbox-store.ts";

type Deps = {
  store: OutboxStore;
  onChange: (entries: readonly OutboxEntry[]) => void;
  /** Something that other tabs must see stands on the disk. */
  onWritten: () => void;
  /** The disk refuses to keep anything: from here on an entry lives as long as this tab. */
  onRefused: () => void;
};

const inOrder = (entries: readonly OutboxEntry[]): OutboxEntry[] =>
  entries.toSorted((left, right) => (left.order ?? Number.POSITIVE_INFINITY) - (right.order ?? Number.POSITIVE_INFINITY) || 0);

/**
 * What waits to be sent, as this tab sees it: at once in its own memory, then on the disk, and from there in the other tabs.
 * Of what the disk says, whatever this tab is about to write is left out: there it knows better.
 */
export const createOutboxBook = ({ store, onChange, onWritten, onRefused }: Deps) => {
  let entries: readonly OutboxEntry[] = [];
  let isRefused = false;
  let isReading = false;
  /** The last place in the queue of which this tab knows. */
  let lastOrder = 0;
  let turns: Promise<unknown> = Promise.resolve();
  const unwritten = new Map<string, number>();

  const setEntries = (next: readonly OutboxEntry[]): void => {
    entries = inOrder(next);
    onChange(entries);
  };
  const find = (messageId: string) => entries.find((entry) => entry.messageId === messageId);
  const without = (messageId: string) => entries.filter((entry) => entry.messageId !== messageId);
  const replace = (entry: OutboxEntry): void =>
    setEntries(entries.map((other) => (other.messageId === entry.messageId ? entry : other)));

  /** One after the other, so that the disk has this tab's changes in the order in which they were made. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turns.then(work);
    turns = done.catch(() => undefined);
    return done;
  };

  const write = async <Value>(messageId: string, work: () => Promise<Value>): Promise<Value> => {
    unwritten.set(messageId, (unwritten.get(messageId) ?? 0) + 1);
    try {
      return await inTurn(work);
    } finally {
      const left = (unwritten.get(messageId) ?? 1) - 1;
      if (left === 0) unwritten.delete(messageId);
      else unwritten.set(messageId, left);
    }
  };

  /** A store that cannot change or forget only leaves behind what is found out again: the id makes the repeat harmless. */
  const writeQuietly = (messageId: string, work: () => Promise<void>): void =>
    void write(messageId, work).then(onWritten, () => undefined);

  const appendOrNot = async (entry: OutboxEntry): Promise<number | null> => {
    if (isRefused) return null;
    try {
      return await store.append(entry);
    } catch {
      // No space, no permission, no storage at all: what comes after it stays in memory too, or it would overtake.
      isRefused = true;
      onRefused();
      return null;
    }
  };

  const isOwnAlone = ({ messageId, state, order }: OutboxEntry): boolean =>
    order === null || state === "keeping" || unwritten.has(messageId);

  const merge = (kept: readonly OutboxEntry[]): void => {
    lastOrder = Math.max(lastOrder, kept.at(-1)?.order ?? 0);
    const own = entries.filter(isOwnAlone);
    const known = new Set([...own.map(({ messageId }) => messageId), ...unwritten.keys()]);
    setEntries([...kept.filter(({ messageId }) => !known.has(messageId)), ...own]);
  };

  /** Takes what is on the disk now. Asked again before it has begun, it reads once. */
  const read = async (): Promise<void> => {
    if (isReading) return inTurn(async () => undefined);
    isReading = true;
    await inTurn(async () => {
      isReading = false;
      // What cannot be read is not shown; what was written here is held anyway.
      const kept = await store.load().catch(() => null);
      if (kept) merge(kept);
    });
  };

  /** Another tab may have written just before this one, and word of it may still be on its way: it must not be overtaken. */
  const catchUpTo = async (order: number): Promise<void> => {
    if (order > lastOrder + 1) await read();
    lastOrder = Math.max(lastOrder, order);
  };

  const change = (entry: OutboxEntry): void => {
    if (!find(entry.messageId)) return;
    replace(entry);
    writeQuietly(entry.messageId, () => store.update(entry));
  };

  return {
    entries: () => entries,
    read,
    find,
    /** Puts it at the end. Resolves when it is what it is to be: safe, or known to be in memory alone. */
    append: async (given: OutboxEntry): Promise<void> => {
      const entry: OutboxEntry = { ...given, order: null };
      setEntries([...without(entry.messageId), { ...entry, state: "keeping" }]);
      const order = await write(entry.messageId, () => appendOrNot(entry));
      if (order !== null) {
        replace({ ...entry, state: "keeping", order });
        await catchUpTo(order);
      }
      replace({ ...entry, order });
      onWritten();
    },
    change,
    /** As it is known elsewhere; what came from another device lives in memory alone. */
    put: (entry: OutboxEntry): void => {
      if (!find(entry.messageId)) setEntries([...entries, entry]);
      change(entry);
    },
    remove: (messageId: string): void => {
      if (!find(messageId)) return;
      setEntries(without(messageId));
      writeQuietly(messageId, () => store.remove(messageId));
    },
    /** Another tab has seen to it on the disk. */
    drop: (messageId: string): void => {
      if (find(messageId)) setEntries(without(messageId));
    },
  };
};
