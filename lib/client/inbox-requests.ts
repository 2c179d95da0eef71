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
import { type CachedList, cachedList, type LiveCache } from "./live-cache.ts";
import { createOnceAtATime } from "./once-at-a-time.ts";
import type { Thread } from "./thread.ts";
import { windowEdges, windowQuery } from "./thread-window.ts";

const LIST_PAGE = 30;
const THREAD_PAGE = 50;

const readPage = ({ filter, q }: ListName, cursor: string | null): Promise<ConversationPage> =>
  call("GET /api/conversations", {
    query: { filter, limit: LIST_PAGE, ...(q === "" ? {} : { q }), ...(cursor === null ? {} : { cursor }) },
  });

const isUnknown = (error: unknown): boolean => ["not_found", "not_participant"].includes(asApiError(error).code);

/** Asks over HTTP and puts each answer through the reducer, so that it meets what the socket told meanwhile. */
export const createInboxRequests = (live: LiveCache) => {
  const once = createOnceAtATime<void>();

  const readList = async (name: ListName): Promise<CachedList> => {
    const since = live.state();
    const page = await readPage(name, null);
    const after = live.update((state) => applyListAnswer(state, name, page, { since, isNext: false }));
    const list = findList(after, name);
    return list ? cachedList(list, after) : { ...name, items: [], floor: null, nextCursor: null };
  };

  const moreOfList = async (name: ListName): Promise<void> => {
    const since = live.state();
    const cursor = findList(since, name)?.nextCursor ?? null;
    if (cursor === null) return;
    const page = await readPage(name, cursor);
    live.update((state) => applyListAnswer(state, name, page, { since, isNext: true }));
  };

  /** Resolves to null where there is none that this person may know of. */
  const readConversation = async (id: string): Promise<ConversationSummary | null> => {
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

  const readMessages = (id: string, query: { around?: number; before?: number; after?: number }): Promise<MessagePage> =>
    call("GET /api/conversations/{id}/messages", { params: { id }, query: { ...query, limit: THREAD_PAGE } });

  const readWindow = async (id: string, from: "unread" | "newest"): Promise<Thread | null> => {
    if (!live.state().conversations[id] && !(await readConversation(id))) return null;
    const since = live.state();
    const conversation = since.conversations[id];
    if (!conversation) return null;
    const query = from === "unread" ? windowQuery(conversation, since.selfId) : {};
    const page = await readMessages(id, query);
    const after = live.update((state) => {
      const lastSeq = state.conversations[id]?.lastSeq ?? conversation.lastSeq;
      return applyWindowAnswer(state, id, { page, ...windowEdges(page, query, lastSeq) }, since);
    });
    return after.threads[id] ?? null;
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
    moreOfThread: (id: string, kind: PageKind) => once(`thread ${id} ${kind}`, () => moreOfThread(id, kind)),
    change,
  };
};
export type InboxRequests = ReturnType<typeof createInboxRequests>;
