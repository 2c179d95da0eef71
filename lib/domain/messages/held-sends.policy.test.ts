import { expect, test } from "vitest";
import { limits } from "#lib/contract/limits.ts";
import { SendMessage } from "#lib/contract/messages.ts";
import { member } from "../testing/members.ts";
import { createContentJudge } from "./content.policy.ts";
import { type Facts, type Head, messageKey, planSends as planJudged, type Send, senderKey } from "./send.policy.ts";
import type { SenderRecord } from "./send-verdict.policy.ts";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [lena, alice, bob, carol] = [id(1), id(2), id(3), id(4)];
const [withAlice, withBob, withCarol] = [id(10), id(11), id(12)];
const session = id(99);
const now = new Date("2026-11-22T10:00:00.000Z");
const DAY = 86_400_000;

const FRAUD = "Pay the deposit by Western Union today and I post you the keys.";
const MONEY = "Your deposit is refunded in full if you change your mind.";
const LONG = "Hello, I am a student of physics and look for a quiet room near the river from March on, is yours free?";

const head = (conversationId: string, other: string): Head => ({
  id: conversationId,
  kind: "direct",
  lastSeq: 0,
  rev: 0,
  activeAt: now,
  members: [member(lena), member(other)],
});
const record = (extra: Partial<SenderRecord> = {}): SenderRecord => ({
  accountSince: new Date(now.getTime() - 400 * DAY),
  session: { since: new Date(now.getTime() - 300 * DAY), isTrusted: false },
  waiting: 0,
  recent: [],
  ...extra,
});
const facts = (known: Partial<SenderRecord> = {}, extra: Partial<Facts> = {}): Facts => ({
  heads: new Map([head(withAlice, alice), head(withBob, bob), head(withCarol, carol)].map((one) => [one.id, one])),
  stored: new Map(),
  marks: new Map(),
  blocked: new Set(),
  booked: new Set(),
  held: new Map(),
  uploads: new Map(),
  records: new Map([[senderKey({ userId: lena, sessionId: session }), record(known)]]),
  now,
  ...extra,
});

const content = createContentJudge({ ownHosts: ["uninest.test"] });
const planSends = (sends: Send[], known: Facts) => planJudged(sends, known, content.judge);
const send = (conversationId: string, number: number, text: string, userId = lena): Send => ({
  actor: { userId, name: "lena", role: "landlord", sessionId: session },
  input: SendMessage.parse({ conversationId, messageId: id(100 + number), content: text }),
  glance: content.glance(text),
});
const what = ({ outcomes }: ReturnType<typeof planJudged>) =>
  outcomes.map((outcome) => {
    if ("receipt" in outcome) return outcome.receipt.seq;
    return (outcome.failure.details as { held?: boolean } | undefined)?.held ? "held" : outcome.failure.code;
  });
const newHands = { session: { since: new Date(now.getTime() - DAY), isTrusted: false } };

test("what has to wait takes no place, is kept once, and a repeat of it is answered the same", () => {
  const plan = planSends([send(withAlice, 1, FRAUD), send(withAlice, 1, "other words"), send(withAlice, 2, "Hello!")], facts());
  expect(what(plan)).toEqual(["held", "held", 1]);
  expect(plan.held).toMatchObject([{ id: id(101), content: FRAUD, sessionId: session, rules: expect.any(Array), heldAt: now }]);
  expect(plan.rows).toHaveLength(1);
  expect(plan.grown).toMatchObject([{ id: withAlice, lastSeq: 1, rev: 1 }]);
});

test("what waits keeps its files from any other message, and has them when it goes out", () => {
  const attachment = {
    id: id(7),
    kind: "file" as const,
    name: "a.pdf",
    contentType: "application/pdf",
    byteSize: 1,
    width: null,
    height: null,
    durationMs: null,
    placeholder: null,
  };
  const upload = { uploaderId: lena, conversationId: withAlice, messageId: null, isSent: false, attachment };
  const withFile = (number: number, text: string): Send => {
    const { input, ...rest } = send(withAlice, number, text);
    return { ...rest, input: { ...input, attachmentIds: [id(7)] } };
  };
  const plan = planSends([withFile(1, FRAUD), withFile(2, "Hello!")], facts({}, { uploads: new Map([[id(7), upload]]) }));
  expect(what(plan)).toEqual(["held", "validation_failed"]);
  expect(plan.held).toMatchObject([{ attachments: [attachment] }]);
  const waiting = new Map([[id(7), { ...upload, messageId: id(101) }]]);
  const released = planJudged([withFile(1, FRAUD)], facts({}, { uploads: waiting }), () => ({ notices: [], score: 0 }));
  expect(released.rows).toMatchObject([{ attachments: [attachment] }]);
});

test("the id of what waits is nobody else's, and after a refusal it is refused", () => {
  const held = new Map([
    [messageKey(withAlice, id(101)), { senderId: lena, state: "waiting" as const, rules: [], reason: null }],
  ]);
  expect(what(planSends([send(withAlice, 1, "Hello!"), send(withAlice, 1, "Hello!", alice)], facts({}, { held })))).toEqual([
    "held",
    "conflict",
  ]);
  const refused = new Map([
    [messageKey(withAlice, id(101)), { senderId: lena, state: "refused" as const, rules: [], reason: "No." }],
  ]);
  const plan = planSends([send(withAlice, 1, "Hello!")], facts({}, { held: refused }));
  expect(what(plan)).toEqual(["content_rejected"]);
  expect(plan.outcomes).toMatchObject([{ failure: { message: "No." } }]);
});

test("whoever has too much waiting gets it back", () => {
  const many = [send(withAlice, 1, FRAUD), send(withBob, 2, FRAUD.replace("keys", "key"))];
  expect(what(planSends(many, facts({ waiting: limits.waitingForCheck - 1 })))).toEqual(["held", "content_rejected"]);
});

test("money words out of new hands: the first goes out, from the second conversation on they wait, within one batch too", () => {
  const sends = [send(withAlice, 1, MONEY), send(withAlice, 2, MONEY), send(withBob, 3, MONEY), send(withCarol, 4, "Hello!")];
  const plan = planSends(sends, facts(newHands));
  expect(what(plan)).toEqual([1, 2, "held", 1]);
  expect(plan.held).toMatchObject([{ id: id(103), rules: ["account.takeover", expect.any(String)] }]);
  expect(plan.marks).toMatchObject([{ isRisky: true }, { isRisky: true }, { isRisky: true, conversationId: withBob }]);
});

test("out of hands that are known, or were found genuine, nothing of it waits", () => {
  const sends = [send(withAlice, 1, MONEY), send(withBob, 2, MONEY)];
  expect(what(planSends(sends, facts()))).toEqual([1, 1]);
  expect(what(planSends(sends, facts({ session: { ...newHands.session, isTrusted: true } })))).toEqual([1, 1]);
});

test("new hands learn nothing by trying what passes: even what would go back waits", () => {
  const recent = [{ conversationId: withAlice, fingerprint: null, isRisky: true, at: now }];
  const iban = "Transfer it to DE89 3704 0044 0532 0130 00.";
  expect(what(planSends([send(withBob, 1, iban)], facts(newHands)))).toEqual(["content_rejected"]);
  expect(what(planSends([send(withBob, 1, iban)], facts({ ...newHands, recent })))).toEqual(["held"]);
});

test("nearly the same text to very many is marked, and then waits; to few it is nothing", () => {
  const fingerprint = content.glance(LONG).fingerprint;
  const to = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ conversationId: id(500 + index), fingerprint, isRisky: false, at: now }));
  expect(planSends([send(withAlice, 1, LONG)], facts({ recent: to(5) })).rows).toMatchObject([{ notices: [] }]);
  expect(planSends([send(withAlice, 1, LONG)], facts({ recent: to(12) })).rows).toMatchObject([{ notices: ["spam.repeated"] }]);
  expect(planSends([send(withAlice, 1, LONG)], facts({ recent: to(25) })).held).toMatchObject([{ rules: ["spam.repeated"] }]);
});

test("of an ordinary short text nothing is remembered", () => {
  expect(planSends([send(withAlice, 1, "Is it still free?")], facts()).marks).toEqual([]);
  expect(planSends([send(withAlice, 1, LONG)], facts()).marks).toMatchObject([
    { fingerprint: expect.any(String), isRisky: false },
  ]);
});
