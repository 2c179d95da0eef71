import { type DehydratedState, dehydrate, type QueryClient } from "@tanstack/react-query";
import type { Alerts } from "#lib/contract/alerts.ts";
import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { applyConversationAnswer, applyListAnswer, applyWindowAnswer } from "./apply-answer.ts";
import { createLiveCache } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { queryKeys } from "./query-keys.ts";
import { type WindowQuery, windowEdges } from "./thread-window.ts";

/** Older than anything that a browser holds: where it has its own, the server's first answer must not overwrite it. */
const LONG_AGO = 1;

const handOver = (client: QueryClient, without: readonly string[]): DehydratedState => {
  const { mutations, queries } = dehydrate(client, {
    shouldDehydrateQuery: ({ queryKey, state }) => state.data !== undefined && queryKey[0] !== without[0],
  });
  const aged = queries.map((query) => ({ ...query, state: { ...query.state, dataUpdatedAt: LONG_AGO } }));
  return { mutations, queries: aged };
};

type Around = { page: ConversationPage; unreadNotifications: number; alerts: Alerts };

/** The first list, the count of the bell and what everybody is told, as the query cache takes them over. */
export const listHandOver = (selfId: string, { page, unreadNotifications, alerts }: Around): DehydratedState => {
  const client = createQueryClient();
  const name = { filter: "all", q: "" } as const;
  createLiveCache(client, selfId).update((state) => applyListAnswer(state, name, page, { since: state, isNext: false }));
  client.setQueryData(queryKeys.notificationCount, unreadNotifications);
  client.setQueryData(queryKeys.alerts, alerts);
  return handOver(client, queryKeys.conversations);
};

type Opened = { conversation: ConversationSummary; page: MessagePage; query: WindowQuery };

/** An open conversation with its messages, which were read after it, as the query cache takes it over. */
export const threadHandOver = (selfId: string, { conversation, page, query }: Opened): DehydratedState => {
  const client = createQueryClient();
  const live = createLiveCache(client, selfId);
  live.update((state) => applyConversationAnswer(state, conversation, state));
  live.update((state) => {
    const window = { page, ...windowEdges(page, query, conversation.lastSeq) };
    return applyWindowAnswer(state, conversation.id, window, state);
  });
  return handOver(client, queryKeys.ledger);
};

/** That there is no such conversation for this person. */
export const nothingHandOver = (id: string): DehydratedState => {
  const client = createQueryClient();
  client.setQueryData(queryKeys.conversation(id), null);
  return handOver(client, queryKeys.ledger);
};
