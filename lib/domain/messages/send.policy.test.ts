import { expect, test } from "vitest";
import { SendMessage } from "#lib/contract/messages.ts";
import { member, writer } from "../testing/members.ts";
import { createContentJudge } from "./content.policy.ts";
import type { MemberMarks } from "./receipt.policy.ts";
import { type Facts, type Head, messageKey, pairKey, planSends as planJudged, type Send, statusOf } from "./send.policy.ts";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [alice, bob, carol] = [id(1), id(2), id(3)];
const [millRoad, castleStreet] = [id(10), id(11)];
const now = new Date("2026-11-22T10:00:00.000Z");

/** Somebody who has got and read that far, and lets others see it. */
const marks = (userId: string, deliveredSeq: number, readSeq: number, extra: Partial<MemberMarks> = {}): MemberMarks => ({
  userId,
  deliveredSeq,
  readSeq,
  shownDeliveredSeq: deliveredSeq,
  shownReadSeq: readSeq,
  sentSeq: 0,
  ...extra,
});

const head = (conversationId: string, members: string[], extra: Partial<Head> = {}): Head => ({
  id: conversationId,
  kind: "direct",
  lastSeq: 4,
  rev: 9,
  activeAt: new Date("2026-11-22T09:00:00.000Z"),
  members: members.map((userId) => member(userId)),
  ...extra,
});

const facts = (extra: Partial<Facts> = {}): Facts => ({
  heads: new Map([head(millRoad, [alice, bob]), head(castleStreet, [bob, carol])].map((one) => [one.id, one])),
  stored: new Map(),
  marks: new Map(),
  blocked: new Set(),
  booked: new Set(),
  held: new Map(),
  uploads: new Map(),
  records: new Map(),
  now,
  ...extra,
});

const send = (userId: string, conversationId: string, messageNumber: number, extra: object = {}): Send => {
  const given = { conversationId, messageId: id(100 + messageNumber), content: `text ${messageNumber}`, ...extra };
  const input = SendMessage.parse(given);
  return {
    actor: { userId, name: "somebody", role: "student", sessionId: id(99) },
    input,
    glance: content.glance(input.content),
  };
};

const content = createContentJudge({ ownHosts: ["uninest.test"] });
const planSends = (sends: Send[], known: Facts) => planJudged(sends, known, content.judge);

const summary = ({ outcomes }: ReturnType<typeof planJudged>) =>
  outcomes.map((outcome) => ("receipt" in outcome ? outcome.receipt.seq : outcome.failure.code));

test("each conversation counts on by itself, in the order of arrival", () => {
  const plan = planSends([send(alice, millRoad, 1), send(carol, castleStreet, 2), send(bob, millRoad, 3)], facts());
  expect(summary(plan)).toEqual([5, 5, 6]);
  expect(plan.rows.map(({ conversationId, seq, rev }) => [conversationId, seq, rev])).toEqual([
    [millRoad, 5, 10],
    [castleStreet, 5, 10],
    [millRoad, 6, 11],
  ]);
  expect(plan.grown.map(({ id: conversationId, lastSeq, rev }) => [conversationId, lastSeq, rev])).toEqual([
    [millRoad, 6, 11],
    [castleStreet, 5, 10],
  ]);
});

test("one refusal of a batch takes no place and fails nobody else", () => {
  const plan = planSends([send(carol, millRoad, 1), send(alice, millRoad, 2), send(alice, id(404), 3)], facts());
  expect(summary(plan)).toEqual(["not_participant", 5, "not_participant"]);
});

test("a repeat in the same batch is a duplicate for its sender and a conflict for anybody else", () => {
  const plan = planSends(
    [send(alice, millRoad, 1), send(alice, millRoad, 1, { content: "other" }), send(bob, millRoad, 1)],
    facts(),
  );
  expect(summary(plan)).toEqual([5, 5, "conflict"]);
  expect(plan.outcomes[1]).toMatchObject({ receipt: { duplicate: true, message: { content: "text 1" } } });
  expect(plan.rows).toHaveLength(1);
});

test("what was stored is never refused: not after a block, not after leaving", () => {
  const [first] = planSends([send(alice, millRoad, 1)], facts()).news;
  if (!first) throw new Error("nothing was planned");
  const stored = new Map([[messageKey(millRoad, id(101)), first.message]]);
  const blocked = new Set([pairKey(bob, alice)]);
  expect(summary(planSends([send(alice, millRoad, 1), send(alice, millRoad, 2)], facts({ stored, blocked })))).toEqual([
    5,
    "blocked",
  ]);
  const without = new Map([[millRoad, head(millRoad, [bob])]]);
  const plan = planSends([send(alice, millRoad, 1), send(alice, millRoad, 2)], facts({ stored, heads: without }));
  expect(summary(plan)).toEqual([5, "not_participant"]);
});

test("a block between two members of a group stops neither", () => {
  const heads = new Map([[millRoad, head(millRoad, [alice, bob, carol], { kind: "group" })]]);
  expect(summary(planSends([send(alice, millRoad, 1)], facts({ heads, blocked: new Set([pairKey(alice, bob)]) })))).toEqual([5]);
});

test("mentions name participants, answers name messages of the same conversation, attachments are uploads", () => {
  const plan = planSends(
    [
      send(alice, millRoad, 1, { mentions: [carol] }),
      send(alice, millRoad, 2, { replyToId: id(101) }),
      send(alice, millRoad, 3, { attachmentIds: [id(7)] }),
      send(alice, millRoad, 4, { mentions: [bob] }),
      send(bob, millRoad, 5, { replyToId: id(104) }),
    ],
    facts(),
  );
  expect(summary(plan)).toEqual(["validation_failed", "validation_failed", "validation_failed", 5, 6]);
  expect(plan.news[1]?.message.replyTo).toEqual({ messageId: id(104), senderId: alice, excerpt: "text 4" });
});

test("a file goes with one message, is what the message says it is, and stands in it as it was found", () => {
  const attachment = {
    id: id(7),
    kind: "image" as const,
    name: "a.webp",
    contentType: "image/webp",
    byteSize: 1,
    width: 1,
    height: 1,
    durationMs: null,
    placeholder: null,
  };
  const upload = { uploaderId: alice, conversationId: millRoad, messageId: null, isSent: false, attachment };
  const uploads = new Map([[id(7), upload]]);
  const files = { content: "", attachmentIds: [id(7)] };
  const plan = planSends(
    [
      send(alice, millRoad, 1, { ...files, kind: "audio" }),
      send(bob, millRoad, 2, { ...files, kind: "image" }),
      send(alice, millRoad, 3, { ...files, kind: "image" }),
      send(alice, millRoad, 3, { ...files, kind: "image" }),
      send(alice, millRoad, 4, { ...files, kind: "file" }),
    ],
    facts({ uploads }),
  );
  expect(summary(plan)).toEqual(["validation_failed", "validation_failed", 5, 5, "validation_failed"]);
  expect(plan.rows).toMatchObject([{ kind: "image", content: "", attachments: [attachment] }]);
  expect(plan.news[0]?.message.attachments).toEqual([attachment]);
  expect(plan.outcomes).toContainEqual({
    receipt: expect.objectContaining({ duplicate: false, message: plan.news[0]?.message }),
  });
  expect(uploads.get(id(7))).toEqual(upload);
});

test("what was written before one joined cannot be answered, by others it can", () => {
  const before = planSends([send(alice, millRoad, 1)], facts()).news[0]?.message;
  if (!before) throw new Error("nothing was sent");
  const stored = new Map([[messageKey(millRoad, before.messageId), before]]);
  const members = [member(alice), member(bob, { hiddenSeq: 5 })];
  const heads = new Map([[millRoad, head(millRoad, [], { lastSeq: 5, members })]]);
  const answer = { replyToId: before.messageId };
  const plan = planSends([send(bob, millRoad, 2, answer), send(alice, millRoad, 3, answer)], facts({ heads, stored }));
  expect(summary(plan)).toEqual(["validation_failed", 6]);
});

test("time never runs back, whatever the clock says", () => {
  const heads = new Map([[millRoad, head(millRoad, [alice, bob], { activeAt: new Date("2026-11-22T11:00:00.000Z") })]]);
  const [sent] = planSends([send(alice, millRoad, 1)], facts({ heads })).news;
  expect(sent?.message.createdAt).toBe("2026-11-22T11:00:00.000Z");
});

test.each([
  ["sent", [marks(bob, 4, 4)]],
  ["delivered", [marks(bob, 5, 4)]],
  ["read", [marks(bob, 5, 5)]],
  ["delivered", [marks(bob, 5, 5), marks(carol, 5, 0)]],
  ["sent", []],
] as const)("a message is %s when all others have got that far", (status, others) => {
  expect(statusOf(5, { userId: alice, sharesReceipts: true }, [marks(alice, 5, 5), ...others])).toBe(status);
});

test.each([
  ["bob keeps his reading to himself", "delivered", true, { shownReadSeq: 3 }],
  ["alice shares none, and so sees none", "delivered", false, {}],
  ["one of them blocks the other", "sent", true, { shownDeliveredSeq: 4, shownReadSeq: 4 }],
  ["bob has answered since", "read", false, { sentSeq: 6 }],
])("what bob has read is told as far as alice may know: %s", (_, status, sharesReceipts, ofBob) => {
  const sender = { userId: alice, sharesReceipts };
  expect(statusOf(5, sender, [marks(alice, 5, 5), marks(bob, 6, 6, ofBob)])).toBe(status);
  const members = [member(alice, { writer: { ...writer, sharesReceipts } }), member(bob)];
  const heads = new Map([[millRoad, { ...head(millRoad, []), members }]]);
  const [sent] = planSends([send(alice, millRoad, 1)], facts({ heads })).news;
  if (!sent) throw new Error("nothing was planned");
  const stored = new Map([[messageKey(millRoad, id(101)), sent.message]]);
  const known = new Map([[millRoad, [marks(alice, 5, 5), marks(bob, 6, 6, ofBob)]]]);
  const [again] = planSends([send(alice, millRoad, 1)], facts({ heads, stored, marks: known })).outcomes;
  expect(again).toMatchObject({ receipt: { status, duplicate: true } });
});

const OPENER = "The flat is yours, pay the deposit by Western Union today and I post you the keys.";
const NUMBER = "Call me on +49 151 2345 6789.";

test("what the scan refuses takes no place, says which rules it is against, and stops nothing else", () => {
  const plan = planSends([send(bob, millRoad, 1, { content: OPENER }), send(alice, millRoad, 2)], facts());
  expect(summary(plan)).toEqual(["content_rejected", 5]);
  const [refused] = plan.outcomes;
  if (!refused || !("failure" in refused)) throw new Error("nothing was refused");
  expect(refused.failure.details).toMatchObject({
    rules: expect.arrayContaining([{ rule: "money.cash_service", text: expect.any(String) }]),
  });
  expect(plan.rows.map(({ content: text }) => text)).toEqual(["text 2"]);
});

test("a telephone number is refused before a booking is confirmed, and goes out after it", () => {
  const [before] = summary(planSends([send(bob, millRoad, 1, { content: NUMBER })], facts()));
  const plan = planSends([send(bob, millRoad, 1, { content: NUMBER })], facts({ booked: new Set([millRoad]) }));
  expect(before).toBe("content_rejected");
  expect(summary(plan)).toEqual([5]);
  expect(plan.news[0]?.message.notices).toEqual([]);
});

test("what only needs a word of caution goes out with it, and is stored with its rules alone", () => {
  const plan = planSends([send(bob, millRoad, 1, { content: "Please send me a photo of your passport." })], facts());
  expect(plan.rows[0]?.notices).toEqual(["identity.papers"]);
  expect(plan.news[0]?.message.notices).toEqual([{ rule: "identity.papers", severity: "warning", text: expect.any(String) }]);
});

test("a repeat of what is stored is never judged anew", () => {
  const sent = planSends([send(bob, millRoad, 1)], facts()).news[0];
  if (!sent) throw new Error("nothing was planned");
  const stored = new Map([[messageKey(millRoad, id(101)), sent.message]]);
  expect(summary(planSends([send(bob, millRoad, 1, { content: OPENER })], facts({ stored })))).toEqual([5]);
});

test("who may not write at the moment is told till when; what is stored already is answered all the same", () => {
  const until = new Date("2026-11-23T10:00:00.000Z");
  const members = [member(alice, { writer: { ...writer, silencedUntil: until } }), member(bob)];
  const heads = new Map([[millRoad, { ...head(millRoad, []), members }]]);
  const { outcomes } = planSends([send(alice, millRoad, 1), send(bob, millRoad, 2)], facts({ heads }));
  expect(outcomes).toMatchObject([
    { failure: { code: "suspended", details: { until: until.toISOString() } } },
    { receipt: { seq: 5 } },
  ]);
});
