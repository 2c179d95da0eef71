import type { Answer } from "#lib/contract/errors.ts";
import { fingerprintOf, type Holding } from "#lib/contract/fingerprint.ts";
import { pageLimits } from "#lib/contract/page-limits.ts";
import type { CheckAnswer } from "#lib/contract/session.ts";
import { comparePlaces, cursorOf, type InboxState } from "./inbox-state.ts";
import { isMuted } from "./is-muted.ts";
import type { LiveCache } from "./live-cache.ts";

type Deps = {
  live: LiveCache;
  ask: (conversationIds: string[]) => Promise<Answer<CheckAnswer>>;
  isConnected: () => boolean;
  /** Something is missing: ask for everything. */
  onDoubt: () => void;
};

/** With the repeats below, what was lost without a trace is back within half a minute. */
const CHECK_MS = 24_000;
/** News may just be on its way: only what still differs after these is missing. */
const REPEATS = 2;
const REPEAT_MS = 1_000;
/** A difference that a sync does not remove would be a defect: it is asked about ever more rarely, up to every few minutes. */
const MOST_PATIENCE = 4;

const byNewest = ({ conversations }: InboxState) => Object.values(conversations).sort(comparePlaces);

/** Those of the conversations with messages at hand that a check does not look at by itself. */
const namedBeside = (state: InboxState): string[] =>
  byNewest(state)
    .slice(pageLimits.checkedConversations)
    .filter(({ id }) => id in state.threads)
    .slice(0, pageLimits.checkedConversations)
    .map(({ id }) => id);

const holdingsOf = (state: InboxState, named: readonly string[]): Holding[] =>
  byNewest(state)
    .filter(({ id }, index) => index < pageLimits.checkedConversations || named.includes(id))
    .map((conversation) => ({
      ...conversation,
      rev: cursorOf(state, conversation),
      mutedUntil: isMuted(conversation.mutedUntil) ? conversation.mutedUntil : null,
    }));

/**
 * Finds out what no later event gives away: a broadcast that was lost and after which nothing came. Asks for a fingerprint
 * while the line is up, and raises a doubt when its own is another one.
 */
export const createIdleCheck = ({ live, ask, isConnected, onDoubt }: Deps) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doubted: string | undefined;
  let fruitless = 0;

  /** What the server holds and what is held here when they differ. No answer says nothing. */
  const difference = async (): Promise<string | undefined> => {
    const named = namedBeside(live.state());
    const answer = await ask(named);
    if (!answer.ok) return undefined;
    const state = live.state();
    const theirs = `${answer.data.fingerprint} ${answer.data.totalUnread}`;
    const own = `${fingerprintOf(holdingsOf(state, named))} ${state.totalUnread}`;
    return theirs === own ? undefined : `${theirs} ${own}`;
  };

  const doubt = (found: string): void => {
    fruitless = found === doubted ? Math.min(fruitless + 1, MOST_PATIENCE) : 0;
    doubted = found;
    schedule(CHECK_MS * 2 ** fruitless);
    onDoubt();
  };

  const judge = (found: string | undefined, repeat: number): void => {
    if (found === undefined) schedule(CHECK_MS);
    else if (repeat < REPEATS) schedule(REPEAT_MS, repeat + 1);
    else doubt(found);
  };

  const check = async (repeat: number): Promise<void> => {
    if (!isConnected()) return schedule(CHECK_MS);
    judge(await difference(), repeat);
  };

  const schedule = (ms: number, repeat = 0): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(repeat), ms);
  };

  return {
    /** The line is back, and with it everything that was missed. */
    wake: (): void => schedule(CHECK_MS),
    stop: (): void => clearTimeout(timer),
  };
};
