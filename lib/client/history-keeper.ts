import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { HistoryDisk } from "./history-disk.ts";
import { isWhole, KEPT, type KeptMessages, keptMessages } from "./history-record.ts";
import { comparePlaces, cursorOf, type InboxState } from "./inbox-state.ts";
import type { LiveCache } from "./live-cache.ts";
import type { Thread } from "./thread.ts";

type Deps = {
  userId: string;
  live: LiveCache;
  disk: HistoryDisk;
  /** The newest messages of a conversation, as many as are kept, as they are on the server. */
  readNewest: (id: string) => Promise<Omit<KeptMessages, "rev">>;
  isConnected: () => boolean;
};

/** What changes in a burst is written once. */
const SETTLE_MS = 1_500;
/** Reading ahead must not be felt: one conversation at a time, with a pause before each. */
const PAUSE_MS = 2_000;

type Written = { conversation: ConversationSummary; thread: Thread | undefined };

const newestIn = ({ conversations }: InboxState): ConversationSummary[] =>
  Object.values(conversations).sort(comparePlaces).slice(0, KEPT.conversations);

/** Whoever pays for every byte gets the history of what they opened, and nothing read ahead. */
const savesData = (): boolean => "connection" in navigator && Object(navigator.connection).saveData === true;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: PAUSE_MS });
    else resolve();
  });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps a copy of the newest conversations in this browser, behind what is held; and reads ahead what was never opened. */
export const createHistoryKeeper = ({ userId, live, disk, readNewest, isConnected }: Deps) => {
  const written = new Map<string, Written>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStopped = false;

  const write = async (conversation: ConversationSummary, thread: Thread | undefined): Promise<void> => {
    const { id } = conversation;
    const last = written.get(id);
    if (last?.conversation === conversation && last.thread === thread) return;
    await disk.put({ userId, id, conversation, ...keptMessages(await disk.one(id), thread) });
    written.set(id, { conversation, thread });
  };

  const writeAll = async (): Promise<void> => {
    const state = live.state();
    const newest = newestIn(state);
    for (const conversation of newest) await write(conversation, state.threads[conversation.id]);
    // Without a line there is no knowing which are the newest.
    if (isConnected()) await disk.keepOnly(newest.map(({ id }) => id));
  };

  const readAhead = async (id: string): Promise<void> => {
    const kept = await disk.one(id);
    if (!kept || isWhole(kept)) return;
    await pause(PAUSE_MS);
    const asked = live.state();
    const conversation = asked.conversations[id];
    if (!conversation || !isConnected()) return;
    const messages = await readNewest(id);
    await disk.put({ userId, id, conversation, ...messages, rev: cursorOf(asked, conversation) });
  };

  const work = async (): Promise<void> => {
    await idle();
    await writeAll();
    if (savesData()) return;
    for (const { id } of newestIn(live.state())) if (isConnected() && !isStopped) await readAhead(id);
  };

  const run = async (): Promise<void> => {
    timer = undefined;
    if (isBusy) return schedule();
    isBusy = true;
    // A browser that refuses to keep anything costs the history and nothing else.
    await work().catch(() => undefined);
    isBusy = false;
  };
  const schedule = (): void => {
    if (!isStopped) timer ??= setTimeout(() => void run(), SETTLE_MS);
  };

  const stopWatching = live.onChange(schedule);
  schedule();
  return {
    stop: (): void => {
      isStopped = true;
      stopWatching();
      clearTimeout(timer);
    },
  };
};
