import type { OutboxEntry } from "../outbox-entry.ts";
import type { OutboxStore } from "../outbox-store.ts";
import type { Tabs, TabWord } from "../outbox-tabs.ts";

/** Lets time pass at each step of a test, in whichever order it likes. */
export type Pace = <Value>(value: Value) => Promise<Value>;
const atOnce: Pace = async (value) => value;

/**
 * One browser: a disk, a lock and a channel for any number of tabs. A tab that has crashed writes nothing more, hears nothing
 * more, and has let go of the lock.
 */
export const createBrowser = (pace: Pace = atOnce) => {
  const disk = new Map<string, OutboxEntry>();
  const written: OutboxEntry[] = [];
  let places = 0;
  const queue: { tab: object; onTurn: () => void }[] = [];
  const listeners = new Map<object, (word: TabWord) => void>();
  const crashed = new Set<object>();
  let leader: object | undefined;

  const nextLeader = (): void => {
    const next = queue.shift();
    leader = next?.tab;
    next?.onTurn();
  };

  /** Never resolves for a tab that is no more; `work` is done, or is not, as a whole. */
  const asTab = async <Value>(tab: object, work: () => Value): Promise<Value> => {
    await pace(undefined);
    if (crashed.has(tab)) return new Promise(() => undefined);
    const value = work();
    await pace(undefined);
    return crashed.has(tab) ? new Promise(() => undefined) : value;
  };

  const storeOf = (tab: object): OutboxStore => ({
    load: () => asTab(tab, () => [...disk.values()].sort((left, right) => (left.order ?? 0) - (right.order ?? 0))),
    append: (entry) =>
      asTab(tab, () => {
        places += 1;
        disk.set(entry.messageId, { ...entry, order: places });
        written.push(entry);
        return places;
      }),
    update: (entry) =>
      asTab(tab, () => {
        const kept = disk.get(entry.messageId);
        if (kept) disk.set(entry.messageId, { ...entry, order: kept.order });
      }),
    remove: (messageId) => asTab(tab, () => void disk.delete(messageId)),
  });

  const tabsOf = (tab: object): Tabs => ({
    lead: (onTurn) => {
      queue.push({ tab, onTurn });
      if (!leader) nextLeader();
    },
    tell: (word) => {
      const others = [...listeners].filter(([other]) => other !== tab);
      void pace(undefined).then(() => {
        for (const [other, hear] of others) if (!crashed.has(other)) hear(word);
      });
    },
    listen: (hear) => listeners.set(tab, hear),
    stop: () => close(tab),
  });

  const close = (tab: object): void => {
    crashed.add(tab);
    listeners.delete(tab);
    const waiting = queue.findIndex((one) => one.tab === tab);
    if (waiting !== -1) queue.splice(waiting, 1);
    if (leader === tab) nextLeader();
  };

  return {
    disk,
    /** Everything that was ever put there, in its order. */
    written,
    /** What an outbox needs of one more tab, and how that tab ends without a word. */
    openTab: () => {
      const tab = {};
      return { store: storeOf(tab), tabs: tabsOf(tab), isCrashed: () => crashed.has(tab), crash: () => close(tab) };
    },
  };
};
