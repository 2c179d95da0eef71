import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { asApiError, call } from "./api.ts";
import {
  applyConversationAnswer,
  applyListAnswer,
  applyPageAnswer,
  applyWindowAnswer,
  findList,
  type ListName,
  type PageKind,
} from "./apply-answer.ts";
import type { HistoryDisk } from "./history-disk.ts";
import { KEPT, type KeptMessages, newestOf, recallConversations, recallThread } from "./history-record.ts";
import { emptyInbox, type InboxState } from "./inbox-state.ts";
import { type CachedList, cachedList, type LiveCache } from "./live-cache.ts";
import { createOnceAtATime } from "./once-at-a-time.ts";
import { orKept } from "./or-kept.ts";
import type { Thread } from "./thread.ts";
import { windowEdges, windowQuery } from "./thread-window.ts";

const LIST_PAGE = 30;
const THREAD_PAGE = 50;
const KEPT_PAGE = 100;

const readPage = ({ filter, q }: ListName, cursor: string | null): Promise<ConversationPage> =>
  call("GET /api/conversations", {
    query: { filter, limit: LIST_PAGE, ...(q === "" ? {} : { q }), ...(cursor === null ? {} : { cursor }) },
  });

/** What is held without a network is found by the names that stand in the list. */
const isCalled =
  (q: string) =>
  ({ title, listing, participants }: ConversationSummary): boolean =>
    [title, listing?.title, ...participants.map(({ name }) => name)].join("\n").toLowerCase().includes(q.toLowerCase());

const isUnknown = (error: unknown): boolean => ["not_found", "not_participant"].includes(asApiError(error).code);

type Kept = { disk: Pick<HistoryDisk, "all" | "one">; onRecall: () => void };

/**
 * Asks over HTTP and puts each answer through the reducer, so that it meets what the socket told meanwhile. What cannot be
 * asked for is taken from what is kept in this browser.
 */
export const createInboxRequests = (live: LiveCache, { disk, onRecall }: Kept) => {
  const once = createOnceAtATime<void>();
  /** Lists that came out of what is kept: there is more to them than that. */
  const recalled = new Map<string, ListName>();

  const listIn = (state: InboxState, name: ListName): CachedList | undefined => {
    const list = findList(state, name);
    return list && cachedList(list, state);
  };

  const askForList = async (name: ListName): Promise<CachedList> => {
    const since = live.state();
    const page = await readPage(name, null);
    recalled.delete(`${name.filter} ${name.q}`);
    const after = live.update((state) => applyListAnswer(state, name, page, { since, isNext: false }));
    return listIn(after, name) ?? { ...name, items: [], floor: null, nextCursor: null };
  };

  const recallList = async (name: ListName): Promise<CachedList | undefined> => {
    const kept = await disk.all();
    if (kept.length === 0 && name.q === "") return undefined;
    onRecall();
    recalled.set(`${name.filter} ${name.q}`, name);
    const after = live.update((state) => {
      const known = recallConversations(state, kept);
      if (findList(known, name)) return known;
      const items = name.q === "" ? [] : Object.values(known.conversations).filter(isCalled(name.q));
      const page = { items, nextCursor: null, totalUnread: 0 };
      return applyListAnswer(known, name, page, { since: emptyInbox(state.selfId), isNext: false });
    });
    return listIn(after, name);
  };

  const readList = (name: ListName): Promise<CachedList> => orKept(askForList(name), () => recallList(name));

  const moreOfList = async (name: ListName): Promise<void> => {
    const since = live.state();
    const cursor = findList(since, name)?.nextCursor ?? null;
    if (cursor === null) return;
    const page = await readPage(name, cursor);
    live.update((state) => applyListAnswer(state, name, page, { since, isNext: true }));
  };

  const askForConversation = async (id: string): Promise<ConversationSummary | null> => {
    const since = live.state();
    try {
      const fresh = await call("GET /api/conversations/{id}", { params: { id } });
      const after = live.update((state) => applyConversationAnswer(state, fresh, since));
      return after.conversations[id] ?? null;
    } catch (error) {
      if (isUnknown(error)) return null;
      throw error;
    }
  };

  /** Puts in place what is kept of one conversation. Resolves to what is held then, or to nothing when nothing is kept. */
  const recall = async (id: string): Promise<InboxState | undefined> => {
    const kept = await disk.one(id);
    if (!kept) return undefined;
    onRecall();
    return live.update((state) => recallThread(state, kept));
  };

  /** Resolves to null where there is none that this person may know of. */
  const readConversation = (id: string): Promise<ConversationSummary | null> =>
    orKept(askForConversation(id), async () => (await recall(id))?.conversations[id]);

  const readMessages = (
    id: string,
    query: { around?: number; before?: number; after?: number },
    limit = THREAD_PAGE,
  ): Promise<MessagePage> => call("GET /api/conversations/{id}/messages", { params: { id }, query: { ...query, limit } });

  const askForWindow = async (id: string, from: "unread" | "newest" | number): Promise<Thread | null> => {
    if (!live.state().conversations[id] && !(await askForConversation(id))) return null;
    const since = live.state();
    const conversation = since.conversations[id];
    if (!conversation) return null;
    const query = from === "unread" ? windowQuery(conversation, since.selfId) : from === "newest" ? {} : { around: from };
    const page = await readMessages(id, query);
    const after = live.update((state) => {
      const lastSeq = state.conversations[id]?.lastSeq ?? conversation.lastSeq;
      return applyWindowAnswer(state, id, { page, ...windowEdges(page, query, lastSeq) }, since);
    });
    return after.threads[id] ?? null;
  };

  const readWindow = (id: string, from: "unread" | "newest"): Promise<Thread | null> =>
    orKept(askForWindow(id, from), async () => (await recall(id))?.threads[id]);

  /** The newest messages, as many as are kept. */
  const readNewest = async (id: string): Promise<Omit<KeptMessages, "rev">> => {
    let { messages, hasMore } = await readMessages(id, {}, KEPT_PAGE);
    while (hasMore && messages.length < KEPT.messages && messages[0]) {
      const older = await readMessages(id, { before: messages[0].seq }, KEPT_PAGE);
      messages = [...older.messages, ...messages];
      hasMore = older.hasMore;
    }
    return newestOf(messages, hasMore);
  };

  const moreOfThread = async (id: string, kind: PageKind): Promise<void> => {
    const since = live.state();
    const thread = since.threads[id];
    const edge = kind === "older" ? thread?.messages[0] : thread?.messages.at(-1);
    if (!thread || !edge || !(kind === "older" ? thread.hasOlder : thread.hasNewer)) return;
    const page = await readMessages(id, kind === "older" ? { before: edge.seq } : { after: edge.seq });
    live.update((state) => applyPageAnswer(state, id, page, { since, kind }));
  };

  const change = async (id: string, patch: { pinned?: boolean; archived?: boolean }): Promise<void> => {
    const since = live.state();
    const fresh = await call("PATCH /api/conversations/{id}", { params: { id }, body: patch });
    live.update((state) => applyConversationAnswer(state, fresh, { ...since, conversations: state.conversations }));
  };

  return {
    readList,
    moreOfList: (name: ListName) => once(`list ${name.filter} ${name.q}`, () => moreOfList(name)),
    readConversation,
    readWindow,
    /** The messages around one; what is kept in this browser may not have them. */
    readAround: (id: string, seq: number): Promise<Thread | null> => askForWindow(id, seq),
    readNewest,
    /** The line is back: what came out of what is kept is asked for. */
    renew: (): void => {
      for (const name of recalled.values()) void askForList(name).catch(() => undefined);
    },
    moreOfThread: (id: string, kind: PageKind) => once(`thread ${id} ${kind}`, () => moreOfThread(id, kind)),
    change,
  };
};
export type InboxRequests = ReturnType<typeof createInboxRequests>;
