import { v7 } from "uuid";
import { describe, expect, inject, test } from "vitest";
import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import type { MuteList, MuteState } from "#lib/contract/safety.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
const HOUR = 3_600_000;
const inFuture = (ms: number): string => new Date(Date.now() + ms).toISOString();

const summaryFor = async (person: Person, id: string): Promise<ConversationSummary> =>
  (await person.http<ConversationSummary>(`/api/conversations/${id}`)).body;
const mutesOf = async (person: Person) => (await person.http<MuteList>("/api/mutes")).body.items;

const doors = {
  socket: {
    mute: (person: Person, conversationId: string, until?: string): Promise<MuteState> =>
      person.device.does("mute:conversation", { conversationId, ...(until === undefined ? {} : { until }) }),
    unmute: (person: Person, conversationId: string): Promise<MuteState> =>
      person.device.does("unmute:conversation", { conversationId }),
  },
  HTTP: {
    mute: async (person: Person, id: string, until?: string): Promise<MuteState> =>
      (await person.http<MuteState>(`/api/conversations/${id}/mute`, { method: "POST", body: { until } })).body,
    unmute: async (person: Person, id: string): Promise<MuteState> =>
      (await person.http<MuteState>(`/api/conversations/${id}/unmute`, { method: "POST" })).body,
  },
};

describe.each(["socket", "HTTP"] as const)("over %s", (door) => {
  const { mute, unmute } = doors[door];

  test("muted with an end or with none, told to one's own devices alone, and once", async () => {
    const { alice, bob } = await gather(baseUrl, "alice", "bob");
    const id = await alice.opens(bob);
    const phone = await alice.connects();
    const until = inFuture(HOUR);
    expect(await mute(alice, id, until)).toEqual({ muted: true, until });
    for (const device of [alice.device, phone]) {
      expect(await device.hears("conversation:muted")).toEqual({ conversationId: id, until });
    }
    expect([(await summaryFor(alice, id)).mutedUntil, await mutesOf(alice)]).toEqual([until, [{ conversationId: id, until }]]);
    expect(await mute(alice, id)).toEqual({ muted: true, until: null });
    await phone.hears("conversation:muted", (news) => news.until === null);
    expect([(await summaryFor(alice, id)).mutedUntil, await mutesOf(alice)]).toEqual([
      MUTED_FOR_GOOD,
      [{ conversationId: id, until: null }],
    ]);
    const mark = phone.mark();
    expect(await mute(alice, id)).toEqual({ muted: true, until: null });
    expect(await phone.newsSince(mark)).toEqual([]);
    expect(await unmute(alice, id)).toEqual({ muted: false, until: null });
    expect(await phone.hears("conversation:unmuted")).toEqual({ conversationId: id, until: null });
    expect([(await summaryFor(alice, id)).mutedUntil, await mutesOf(alice)]).toEqual([null, []]);
    const after = phone.mark();
    expect(await unmute(alice, id)).toEqual({ muted: false, until: null });
    expect(await phone.newsSince(after)).toEqual([]);
    await bob.device.newsSince(0);
    expect([bob.device.heard("conversation:muted"), bob.device.heard("conversation:updated")]).toEqual([[], []]);
    expect((await summaryFor(bob, id)).mutedUntil).toBeNull();
    phone.leaves();
    disconnectAll(alice, bob);
  });

  test("an end passes by itself, in the summary, the list of conversations and the list of what is muted", async () => {
    const { alice, bob } = await gather(baseUrl, "alice", "bob");
    const id = await alice.opens(bob);
    const until = inFuture(1_500);
    await mute(alice, id, until);
    expect((await summaryFor(alice, id)).mutedUntil).toBe(until);
    await expect.poll(async () => (await summaryFor(alice, id)).mutedUntil).toBeNull();
    expect(Date.now()).toBeGreaterThan(Date.parse(until) - 50);
    const { body } = await alice.http<ConversationPage>("/api/conversations");
    expect([body.items[0]?.mutedUntil, await mutesOf(alice)]).toEqual([null, []]);
    const mark = alice.device.mark();
    expect(await unmute(alice, id)).toEqual({ muted: false, until: null });
    expect(await alice.device.newsSince(mark)).toEqual([]);
    disconnectAll(alice, bob);
  });
});

test("an end that has passed is none", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  for (const until of [inFuture(-1), inFuture(-HOUR), "1970-01-01T00:00:00.000Z"]) {
    const answer = await alice.device.ask("mute:conversation", { conversationId: id, until });
    expect(answer).toMatchObject({ ok: false, error: { code: "validation_failed", details: [{ path: ["until"] }] } });
    const { status, body } = await alice.http(`/api/conversations/${id}/mute`, { method: "POST", body: { until } });
    expect({ status, code: body.code }).toEqual({ status: 400, code: "validation_failed" });
  }
  expect(await mutesOf(alice)).toEqual([]);
  disconnectAll(alice, bob);
});

test("what is muted still arrives and counts", async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  await alice.device.does("mute:conversation", { conversationId: id });
  const { seq } = await bob.says(id, "psst");
  await alice.device.hears("message:received", (news) => news.seq === seq);
  await alice.device.hears("unread_count:updated", ({ unreadCount, totalUnread }) => unreadCount === 1 && totalUnread === 1);
  disconnectAll(alice, bob);
});

test("what ends first comes first in the list, what never ends last", async () => {
  const { alice, bob, carol, dora } = await gather(baseUrl, "alice", "bob", "carol", "dora");
  const ids = [await alice.opens(bob), await alice.opens(carol), await alice.opens(dora)];
  const ends = [undefined, inFuture(2 * HOUR), inFuture(HOUR)];
  for (const [index, id] of ids.entries()) await doors.socket.mute(alice, id, ends[index]);
  expect((await mutesOf(alice)).map(({ conversationId }) => conversationId)).toEqual([ids[2], ids[1], ids[0]]);
  expect(await bob.device.ask("mute:conversation", { conversationId: v7() })).toMatchObject({
    ok: false,
    error: { code: "not_participant" },
  });
  disconnectAll(alice, bob, carol, dora);
});
