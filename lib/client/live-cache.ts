import { notifyManager, type QueryClient } from "@tanstack/react-query";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { mergeSummaries } from "./conversation-merge.ts";
import { type ConversationList, type InboxState, uncounted } from "./inbox-state.ts";
import { queryKeys } from "./query-keys.ts";
import type { Thread } from "./thread.ts";

/** A list as the cache holds it: with the conversations in place of their ids. */
export type CachedList = Omit<ConversationList, "ids"> & { items: readonly ConversationSummary[] };

/** What belongs to no single conversation. */
export type Ledger = Pick<InboxState, "totalUnread" | "counted" | "gaps" | "missing">;
export const emptyLedger: Ledger = { totalUnread: 0, counted: uncounted, gaps: {}, missing: [] };

const allOf = <Data>(client: QueryClient, queryKey: readonly string[]): Data[] =>
  client.getQueriesData<Data>({ queryKey }).flatMap(([, data]) => (data ? [data] : []));

const threadsIn = (client: QueryClient): Record<string, Thread> =>
  Object.fromEntries(
    client
      .getQueriesData<Thread>({ queryKey: queryKeys.threads })
      .flatMap(([key, thread]) => (thread ? [[String(key[1]), thread] as const] : [])),
  );

/** One view of each: the server may have read the two that it hands over first at different moments. */
const byId = (held: readonly ConversationSummary[]): Record<string, ConversationSummary> => {
  const found: Record<string, ConversationSummary> = {};
  for (const conversation of held) {
    const other = found[conversation.id];
    found[conversation.id] = !other || other === conversation ? conversation : mergeSummaries(other, conversation);
  }
  return found;
};

/** The query cache as the state that the reducer takes. */
const readInbox = (client: QueryClient, selfId: string): InboxState => {
  const cached = allOf<CachedList>(client, queryKeys.lists);
  const single = allOf<ConversationSummary>(client, queryKeys.conversations);
  const held = [...single, ...cached.flatMap(({ items }) => items)];
  const lists = cached.map(({ items, ...list }) => ({ ...list, ids: items.map(({ id }) => id) }));
  const ledger = client.getQueryData<Ledger>(queryKeys.ledger) ?? emptyLedger;
  return { selfId, conversations: byId(held), lists, threads: threadsIn(client), ...ledger };
};

const sameItems = (left: readonly ConversationSummary[], right: readonly ConversationSummary[]): boolean =>
  left.length === right.length && left.every((item, index) => item === right[index]);

/** The list with its conversations; what was cached before when nothing in it has changed. */
export const cachedList = ({ ids, ...list }: ConversationList, state: InboxState, former?: CachedList): CachedList => {
  const items = ids.flatMap((id) => state.conversations[id] ?? []);
  const isSame = former && former.nextCursor === list.nextCursor && former.floor === list.floor && sameItems(former.items, items);
  return isSame ? former : { ...list, items };
};

const writeLists = (client: QueryClient, state: InboxState): void => {
  for (const list of state.lists) {
    const key = queryKeys.list(list);
    const former = client.getQueryData<CachedList>(key);
    const next = cachedList(list, state, former);
    if (next !== former) client.setQueryData(key, next);
  }
};

const writeConversations = (client: QueryClient, before: InboxState, after: InboxState): void => {
  for (const [id, conversation] of Object.entries(after.conversations)) {
    if (conversation !== before.conversations[id]) client.setQueryData(queryKeys.conversation(id), conversation);
  }
  // Null says that there is none for this person, which is not the same as not knowing.
  for (const id of Object.keys(before.conversations)) {
    if (!(id in after.conversations)) client.setQueryData(queryKeys.conversation(id), null);
  }
};

const writeThreads = (client: QueryClient, before: InboxState, after: InboxState): void => {
  for (const [id, thread] of Object.entries(after.threads)) {
    if (thread !== before.threads[id]) client.setQueryData(queryKeys.thread(id), thread);
  }
  for (const id of Object.keys(before.threads)) {
    if (!(id in after.threads)) client.removeQueries({ queryKey: queryKeys.thread(id), exact: true });
  }
};

const ledgerOf = ({ totalUnread, counted, gaps, missing }: InboxState): Ledger => ({ totalUnread, counted, gaps, missing });

const writeLedger = (client: QueryClient, before: InboxState, after: InboxState): void => {
  const isSame =
    before.totalUnread === after.totalUnread &&
    before.counted === after.counted &&
    before.gaps === after.gaps &&
    before.missing === after.missing;
  if (!isSame) client.setQueryData(queryKeys.ledger, ledgerOf(after));
};

/** Writes what differs, and tells the page once. */
const writeInbox = (client: QueryClient, before: InboxState, after: InboxState): void =>
  notifyManager.batch(() => {
    writeConversations(client, before, after);
    writeLists(client, after);
    writeThreads(client, before, after);
    writeLedger(client, before, after);
  });

/**
 * Where fetch and news meet: both change the query cache only through `update` with a pure function of the state. `onChange`
 * is called after each change.
 */
export const createLiveCache = (client: QueryClient, selfId: string) => {
  const listeners = new Set<() => void>();
  const state = (): InboxState => readInbox(client, selfId);
  return {
    state,
    update: (change: (state: InboxState) => InboxState): InboxState => {
      const before = state();
      const after = change(before);
      if (after !== before) {
        writeInbox(client, before, after);
        for (const listener of listeners) listener();
      }
      return after;
    },
    onChange: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
export type LiveCache = ReturnType<typeof createLiveCache>;
