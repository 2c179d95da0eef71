import type { Answer } from "#lib/contract/errors.ts";
import type { Cursors, SyncAnswer } from "#lib/contract/session.ts";
import { applySync } from "./apply-sync.ts";
import { backoffMs } from "./backoff.ts";
import type { InboxRequests } from "./inbox-requests.ts";
import { behind, type InboxState, staleThreads, uncounted } from "./inbox-state.ts";
import type { LiveCache } from "./live-cache.ts";
import { cursorsOf } from "./sync-cursors.ts";

type Deps = {
  live: LiveCache;
  requests: Pick<InboxRequests, "readConversation" | "readWindow">;
  sync: (cursors: Cursors) => Promise<Answer<SyncAnswer>>;
  isConnected: () => boolean;
};

/** News of one commit may come out of order by a moment: a hole that closes by itself needs no question. */
const PATIENCE_MS = 150;

const isIncomplete = (state: InboxState): boolean =>
  behind(state).length > 0 || staleThreads(state).length > 0 || state.missing.length > 0;

/** Watches what is held and asks for what was missed, until nothing is. */
export const createCatchUp = ({ live, requests, sync, isConnected }: Deps) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let attempt = 0;
  let isInDoubt = false;

  const needsWork = (): boolean => isInDoubt || isIncomplete(live.state());

  const askAll = async (): Promise<void> => {
    const since = live.state();
    const asked = cursorsOf(since);
    const answer = await sync(asked);
    if (!answer.ok) return;
    isInDoubt = false;
    live.update((now) => applySync(now, answer.data, asked, since));
  };

  const fillHoles = async (): Promise<void> => {
    if (isInDoubt || behind(live.state()).length > 0) await askAll();
  };

  const rereadThreads = async (): Promise<void> => {
    for (const id of staleThreads(live.state())) await requests.readWindow(id, "newest");
  };

  const findMissing = async (): Promise<void> => {
    for (const id of live.state().missing) {
      const found = await requests.readConversation(id);
      if (!found) live.update((state) => ({ ...state, missing: state.missing.filter((missing) => missing !== id) }));
    }
  };

  const work = async (): Promise<void> => {
    try {
      await fillHoles();
      await rereadThreads();
      await findMissing();
    } catch {
      // A question that failed is asked again below; the next connection asks for everything anyway.
    }
  };

  const run = async (): Promise<void> => {
    if (isBusy || !isConnected() || !needsWork()) return;
    isBusy = true;
    await work();
    isBusy = false;
    if (!needsWork()) attempt = 0;
    else {
      attempt += 1;
      schedule(backoffMs(attempt));
    }
  };

  const schedule = (ms: number): void => {
    if (timer !== undefined || isBusy) return;
    timer = setTimeout(() => {
      timer = undefined;
      void run();
    }, ms);
  };

  const lookNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    attempt = 0;
    schedule(0);
  };

  const stopWatching = live.onChange(() => {
    if (needsWork()) schedule(PATIENCE_MS);
  });

  return {
    /** The line is back, and has brought what was missed; what it did not bring is looked for at once. */
    wake: (): void => {
      isInDoubt = false;
      lookNow();
    },
    /** Something is missing that nothing held gives away: asks for everything that changed. */
    doubt: (): void => {
      isInDoubt = true;
      // What is counted from now on is the newest, whatever the clock says: it may be that of another database by now.
      live.update((state) => ({ ...state, counted: uncounted }));
      lookNow();
    },
    /** Asks how everything held stands now, although nothing is known to be missing. Without a line the next connection tells. */
    refresh: askAll,
    stop: (): void => {
      stopWatching();
      clearTimeout(timer);
    },
  };
};
