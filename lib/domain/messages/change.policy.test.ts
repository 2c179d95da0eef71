import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "#lib/contract/limits.ts";
import type { Message } from "#lib/contract/messages.ts";
import { member, writer } from "../testing/members.ts";
import {
  reactionsAfter,
  refusalOfDeletion,
  refusalOfEdit,
  refusalOfNewHand,
  refusalOfReaction,
  type Seen,
  seenBy,
  whoSees,
} from "./change.policy.ts";
import { type Facts, type Head, type Member, messageKey, pairKey } from "./send.policy.ts";
import type { SenderRecord } from "./send-verdict.policy.ts";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [alice, bob, carol, millRoad, hello] = [id(1), id(2), id(3), id(10), id(20)];
const now = new Date("2026-11-22T10:00:00.000Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

const message = (extra: Partial<Message> = {}): Message => ({
  conversationId: millRoad,
  messageId: hello,
  seq: 4,
  rev: 4,
  senderId: alice,
  senderName: "alice",
  kind: "text",
  content: "hello",
  attachments: [],
  mentions: [],
  reactions: [],
  notices: [],
  createdAt: ago(60_000).toISOString(),
  editedAt: null,
  deletedAt: null,
  ...extra,
});
const head = (members: Member[], kind: Head["kind"] = "direct"): Head => ({
  id: millRoad,
  kind,
  lastSeq: 9,
  rev: 9,
  activeAt: now,
  members,
});
const facts = (stored: Message, members = [member(alice), member(bob)], extra: Partial<Facts> = {}): Facts => ({
  heads: new Map([[millRoad, head(members)]]),
  stored: new Map([[messageKey(millRoad, stored.messageId), stored]]),
  marks: new Map(),
  held: new Map(),
  uploads: new Map(),
  records: new Map(),
  blocked: new Set(),
  booked: new Set(),
  now,
  ...extra,
});
const seen = (userId: string, known: Facts): Seen => seenBy({ userId, conversationId: millRoad, messageId: hello }, known);
const codeOf = (failure: { code: string } | undefined): string | undefined => failure?.code;
const thrown = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (failure) {
    return (failure as { code: string }).code;
  }
};

test("whoever is not in it, came later or names nothing sees nothing", () => {
  const known = facts(message(), [member(alice), member(bob, { hiddenSeq: 4 })]);
  expect(thrown(() => seen(carol, known))).toBe("not_participant");
  expect(thrown(() => seen(bob, known))).toBe("not_found");
  expect(thrown(() => seenBy({ userId: alice, conversationId: millRoad, messageId: id(404) }, known))).toBe("not_found");
  expect(seen(alice, known).message.messageId).toBe(hello);
  expect(whoSees(seen(alice, known))).toEqual([alice]);
});

test.each([
  ["alice, in time", alice, {}, {}, undefined],
  ["bob", bob, {}, {}, "forbidden"],
  ["alice, a deleted one", alice, { deletedAt: now.toISOString() }, {}, "conflict"],
  ["alice, a card", alice, { kind: "system" }, {}, "forbidden"],
  ["alice, at the last moment", alice, { createdAt: ago(limits.editMs).toISOString() }, {}, undefined],
  ["alice, a moment later", alice, { createdAt: ago(limits.editMs + 1).toISOString() }, {}, "conflict"],
  ["alice, blocked", alice, {}, { blocked: new Set([pairKey(alice, bob)]) }, "blocked"],
] as const)("an edit by %s", (_, userId, what, circumstances, code) => {
  const known = facts(message(what as Partial<Message>), undefined, circumstances as Partial<Facts>);
  expect(codeOf(refusalOfEdit(seen(userId, known), { content: "hello you" }, known))).toBe(code);
});

test("who is silenced edits nothing, and takes their own words back all the same, whatever the age", () => {
  const known = facts(message({ createdAt: ago(limits.editMs * 9).toISOString() }), [
    member(alice, { writer: { ...writer, silencedUntil: new Date("2027-01-01") } }),
    member(bob),
  ]);
  expect(codeOf(refusalOfEdit(seen(alice, known), { content: "hello you" }, known))).toBe("suspended");
  expect(refusalOfDeletion(seen(alice, known))).toBeUndefined();
  expect(codeOf(refusalOfDeletion(seen(bob, known)))).toBe("forbidden");
});

test("the same words are no change, at any time", () => {
  const known = facts(message({ createdAt: ago(limits.editMs * 9).toISOString() }));
  expect(refusalOfEdit(seen(alice, known), { content: "hello" }, known)).toBeUndefined();
});

test("new hands on an old account put no money words where others have passed; old hands may", () => {
  const record = (sessionDays: number, isTrusted = false): SenderRecord => ({
    accountSince: ago(400 * 86_400_000),
    session: { since: ago(sessionDays * 86_400_000), isTrusted },
    recent: [],
    waiting: 0,
  });
  const money = { isSuspect: true, isMoney: true, fingerprint: null };
  expect(codeOf(refusalOfNewHand(money, record(1), now))).toBe("content_rejected");
  expect(refusalOfNewHand(money, record(30), now)).toBeUndefined();
  expect(refusalOfNewHand(money, record(1, true), now)).toBeUndefined();
  expect(refusalOfNewHand({ ...money, isMoney: false }, record(1), now)).toBeUndefined();
});

const EMOJI = ["👍", "❤️", "😂"];
const tap = fc.record({
  userId: fc.constantFrom(alice, bob, carol),
  emoji: fc.constantFrom(...EMOJI),
  op: fc.constantFrom("add", "remove") as fc.Arbitrary<"add" | "remove">,
});

test("after any taps each has each emoji at most once, none is empty, and the last tap of each counts", () => {
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 40 }), (taps) => {
      const after = taps.reduce<Message["reactions"]>((reactions, one) => reactionsAfter(reactions, one.userId, one), []);
      const flat = after.flatMap(({ emoji, userIds }) => userIds.map((userId) => `${emoji} ${userId}`));
      const last = new Map(taps.map(({ userId, emoji, op }) => [`${emoji} ${userId}`, op]));
      const wanted = [...last].filter(([, op]) => op === "add").map(([key]) => key);
      expect([...flat].sort()).toEqual(wanted.sort());
      expect(after.filter(({ userIds }) => userIds.length === 0)).toEqual([]);
    }),
  );
});

test("nothing is put below what is gone; one's own can be taken away across a block", () => {
  const liked = [{ emoji: "👍", userIds: [bob] }];
  const blocked = { blocked: new Set([pairKey(alice, bob)]) };
  const open = facts(message({ reactions: liked }), undefined, blocked);
  expect(refusalOfReaction(seen(bob, open), [], open)).toBeUndefined();
  expect(codeOf(refusalOfReaction(seen(alice, open), [{ emoji: "👍", userIds: [bob, alice] }], open))).toBe("blocked");
  const gone = facts(message({ deletedAt: now.toISOString() }));
  expect(codeOf(refusalOfReaction(seen(bob, gone), liked, gone))).toBe("conflict");
});

test("one emoji more than fit is refused, one that stands there is open to all", () => {
  const full = Array.from({ length: limits.emojiPerMessage }, (_, index) => ({ emoji: String(index), userIds: [bob] }));
  const known = facts(message({ reactions: full }));
  expect(codeOf(refusalOfReaction(seen(alice, known), [...full, { emoji: "🏠", userIds: [alice] }], known))).toBe("conflict");
  const joined = full.map((one, index) => (index === 0 ? { ...one, userIds: [bob, alice] } : one));
  expect(refusalOfReaction(seen(alice, known), joined, known)).toBeUndefined();
});
