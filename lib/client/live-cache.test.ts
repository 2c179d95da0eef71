import { describe, expect, it } from "vitest";
import { applyListAnswer } from "./apply-answer.ts";
import { applyEvent } from "./apply-event.ts";
import { listHandOver, threadHandOver } from "./first-paint.ts";
import { type CachedList, createLiveCache, emptyLedger, type Ledger } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { queryKeys } from "./query-keys.ts";
import { cursorsOf } from "./sync-cursors.ts";
import { alice, conversation, conversationId, message } from "./testing/conversations.ts";
import type { Thread } from "./thread.ts";

const id = conversationId();
const other = conversation(1, { id: conversationId(2), lastMessage: null });
const all = { filter: "all", q: "" } as const;
const page = { items: [conversation(2), other], nextCursor: null, totalUnread: 0 };

const setUp = () => {
  const client = createQueryClient();
  const live = createLiveCache(client, alice);
  live.update((state) => applyListAnswer(state, all, page, { since: state, isNext: false }));
  return { client, live, list: () => client.getQueryData<CachedList>(queryKeys.list(all)) };
};
const hear = (seq: number) => (state: ReturnType<ReturnType<typeof createLiveCache>["state"]>) =>
  applyEvent(state, { event: "message:received", payload: message(seq) });

describe("createLiveCache", () => {
  it("puts news into every place of the query cache where the conversation stands", () => {
    const { client, live, list } = setUp();
    live.update(hear(3));
    expect(list()?.items[0]).toMatchObject({ id, lastSeq: 3, unreadCount: 1 });
    expect(client.getQueryData(queryKeys.conversation(id))).toMatchObject({ lastSeq: 3 });
    expect(client.getQueryData<Ledger>(queryKeys.ledger)?.totalUnread).toBe(1);
  });

  it("keeps the objects of what did not change, so that only the right rows are drawn again", () => {
    const { live, list } = setUp();
    const before = list()?.items.find((item) => item.id === other.id);
    live.update(hear(3));
    expect(list()?.items.find((item) => item.id === other.id)).toBe(before);
    const after = list();
    live.update(hear(3));
    expect(list()).toBe(after);
  });

  it("reads back what it wrote", () => {
    const { live } = setUp();
    const written = live.update(hear(4));
    expect(live.state()).toEqual(written);
  });

  it("says null for a conversation that is gone", () => {
    const { client, live, list } = setUp();
    const left = conversation(2, { membership: "left" });
    live.update((state) => applyEvent(state, { event: "conversation:updated", payload: left }));
    expect(client.getQueryData(queryKeys.conversation(id))).toBeNull();
    expect(list()?.items.map((item) => item.id)).toEqual([other.id]);
  });

  it("tells listeners of a change, and of none", () => {
    const { live } = setUp();
    let changes = 0;
    live.onChange(() => {
      changes += 1;
    });
    live.update(hear(3));
    live.update((state) => state);
    expect(changes).toBe(1);
  });
});

describe("the first paint", () => {
  it("hands the list over under the names of the client, without saying each conversation twice", () => {
    const { queries } = listHandOver(alice, { page, unreadNotifications: 3, alerts: { items: [] } });
    expect(queries.map(({ queryKey }) => queryKey)).toEqual([
      queryKeys.list(all),
      queryKeys.ledger,
      queryKeys.notificationCount,
      queryKeys.alerts,
    ]);
    expect(queries[0]?.state.data).toMatchObject({ items: page.items, nextCursor: null });
    expect(queries[2]?.state.data).toBe(3);
  });

  it("hands a thread over with the revision from which a sync begins", () => {
    const messages = [message(1), message(2), message(3)];
    const opened = { conversation: conversation(2), page: { messages, hasMore: true, nextCursor: 1 }, query: {} };
    const { queries } = threadHandOver(alice, opened);
    const thread = queries.find(({ queryKey }) => queryKey[0] === "thread")?.state.data as Thread;
    expect(thread).toMatchObject({ hasOlder: true, hasNewer: false, held: { upTo: 2 } });
    const client = createQueryClient();
    for (const { queryKey, state } of queries) client.setQueryData(queryKey, state.data);
    client.setQueryData(queryKeys.ledger, emptyLedger);
    expect(cursorsOf(createLiveCache(client, alice).state())).toEqual({ [id]: 2 });
  });

  it("is older than anything that the browser holds", () => {
    expect(
      listHandOver(alice, { page, unreadNotifications: 3, alerts: { items: [] } }).queries.map(
        ({ state }) => state.dataUpdatedAt,
      ),
    ).toEqual([1, 1, 1, 1]);
  });
});
