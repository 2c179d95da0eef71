import type { Answer } from "#lib/contract/errors.ts";
import { pageLimits } from "#lib/contract/page-limits.ts";
import type { Presence } from "#lib/contract/presence.ts";
import { comparePlaces, type InboxState } from "./inbox-state.ts";
import type { LiveCache } from "./live-cache.ts";

type Deps = {
  live: LiveCache;
  ask: (userIds: string[]) => Promise<Answer<{ presences: Presence[] }>>;
  onAnswer: (presences: Presence[]) => void;
};

const GATHER_MS = 100;

const contactsOf = ({ conversations, selfId }: InboxState): string[] => {
  const newestFirst = Object.values(conversations).sort(comparePlaces);
  const ids = newestFirst.flatMap(({ participants }) => participants.map(({ userId }) => userId));
  return [...new Set(ids)].filter((id) => id !== selfId);
};

/** Asks once in each connection how the people of the held conversations are; from then on `presence:changed` tells. */
export const createPresenceWatch = ({ live, ask, onAnswer }: Deps) => {
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const askNew = async (): Promise<void> => {
    timer = undefined;
    const userIds = contactsOf(live.state())
      .filter((id) => !asked.has(id))
      .slice(0, pageLimits.presenceUsers);
    if (userIds.length === 0) return;
    for (const id of userIds) asked.add(id);
    const answer = await ask(userIds);
    if (answer.ok) onAnswer(answer.data.presences);
    else for (const id of userIds) asked.delete(id);
    if (answer.ok) schedule();
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void askNew(), GATHER_MS);
  };

  const stopWatching = live.onChange(schedule);
  return {
    connected: (): void => {
      asked.clear();
      schedule();
    },
    stop: (): void => {
      stopWatching();
      clearTimeout(timer);
    },
  };
};
