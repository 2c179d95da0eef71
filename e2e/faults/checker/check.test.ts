import { expect, test } from "vitest";
import type { Line } from "../history/entry.ts";
import { check } from "./check.ts";
import type { Rule } from "./finding.ts";
import { tell } from "./tell.ts";
import { type Tale, tale } from "./testing/tale.ts";

const CONV = "ab";
const NEVER = { f: "revoke", user: "bob", device: "bob-phone" } as const;

/** Histories with their known verdicts; each bad one breaks just one thing of a good one. */
const tales: [string, Rule[], () => Tale][] = [
  ["nobody says anything", [], () => tale().ends()],
  ["one message, told and taken in", [], () => tale().says("alice", 1).hears("bob", 1).applies("bob", 1).ends()],
  ["an unknown end, and it was stored", [], () => tale().stores("alice", 1).tries("alice", 1, { info: "timeout" }).ends()],
  ["an unknown end, and it was not stored", [], () => tale().tries("alice", 1, { info: "timeout" }).ends()],
  ["no end at all, and it was stored", [], () => tale().stores("alice", 1).tries("alice", 1, "nothing").ends()],
  ["a repeat is told the first place", [], () => tale().says("alice", 1).tries("alice", 1, { repeats: 1 }).ends()],
  ["a refusal leaves nothing", [], () => tale().tries("alice", 1, { fail: "blocked" }).says("alice", 2).ends()],
  [
    "refused once, then let in",
    [],
    () => tale().tries("alice", 1, { fail: "unavailable" }).says("alice", 1).hears("bob", 1).ends(),
  ],
  ["taken in over two connections", [], () => tale().says("alice", 1).says("bob", 1).applies("alice", 1, 2).ends()],
  [
    "a late piece of news after a sync on another connection",
    [],
    () => tale().says("alice", 1).says("alice", 2).hears("bob", 2).hears("bob", 1, { connection: 2 }).ends(),
  ],
  ["marks rise", [], () => tale().says("alice", 1).marks("bob", "delivered", 1).marks("bob", "read", 1).ends()],
  [
    "read after delivered",
    [],
    () =>
      tale()
        .says("alice", 1)
        .told("alice", "bob", "message:delivered", 1)
        .told("alice", "bob", "read_receipt:received", 1)
        .ends(),
  ],
  [
    "read, told to who was cut off before the summary came",
    [],
    () => tale().says("alice", 1).told("alice", "bob", "read_receipt:received", 1).ends(),
  ],
  [
    "read, with the delivery in the summary",
    [],
    () =>
      tale()
        .says("alice", 1)
        .told("alice", "bob", "read_receipt:received", 1)
        .told("alice", "bob", "summary:delivered", 1)
        .ends(),
  ],
  [
    "two reads that cross",
    [],
    () => {
      const cross = tale().says("alice", 1).says("alice", 2);
      const bob = { user: "bob", device: "bob-phone", conv: CONV, kind: "read" } as const;
      return cross
        .add({ f: "mark", type: "invoke", op: 91, ...bob, seq: 2 }, { f: "mark", type: "invoke", op: 92, ...bob, seq: 1 })
        .add({ f: "mark", type: "ok", op: 91, seq: 2 }, { f: "mark", type: "ok", op: 92, seq: 1 })
        .ends();
    },
  ],
  [
    "a count that is a recount",
    [],
    () =>
      tale()
        .says("alice", 1)
        .ends()
        .add({ f: "marks", user: "bob", conv: CONV, delivered: 0, read: 0 })
        .add({ f: "unread", user: "bob", conv: CONV, source: "http", count: 1 }),
  ],
  [
    "last words of a session reach it",
    [],
    () =>
      tale()
        .says("alice", 1)
        .add({ ...NEVER, type: "ok", t: 100 })
        .hears("bob", 1, { t: 900 })
        .ends(),
  ],
  [
    "who has left keeps what was there",
    [],
    () => tale().says("alice", 1).hears("bob", 1).add({ f: "leave", user: "bob", conv: CONV, seq: 1 }).ends(),
  ],
  [
    "a repeat of what was stored before the block",
    [],
    () =>
      tale()
        .says("alice", 1)
        .add({ f: "block", type: "ok", user: "bob", other: "alice", conv: CONV })
        .tries("alice", 1, { repeats: 1 })
        .ends(),
  ],
  [
    "sent after the block has ended",
    [],
    () =>
      tale()
        .add({ f: "block", type: "ok", user: "bob", other: "alice", conv: CONV })
        .add({ f: "unblock", type: "invoke", user: "bob", other: "alice", conv: CONV })
        .says("alice", 1)
        .ends(),
  ],

  [
    "an acknowledged message is gone",
    ["C1"],
    () => {
      const story = tale().says("alice", 1).says("alice", 2);
      story.rows.pop();
      return story.ends();
    },
  ],
  [
    "it has another text",
    ["C1", "C4"],
    () => {
      const story = tale().says("alice", 1);
      story.rows.splice(0, 1, ...story.rows.map((row) => ({ ...row, hash: "other" })));
      return story.ends();
    },
  ],
  ["it is at another place", ["C1", "C4"], () => tale().says("alice", 1, { seq: 2 }).says("alice", 2).ends()],
  ["a refused message is there", ["C2"], () => tale().stores("alice", 1).tries("alice", 1, { fail: "blocked" }).ends()],
  [
    "a stored message is refused at its repeat",
    ["C2"],
    () => tale().says("alice", 1).tries("alice", 1, { fail: "conflict" }).ends(),
  ],
  ["a repeat that comes too often", [], () => tale().says("alice", 1).tries("alice", 1, { fail: "rate_limited" }).ends()],
  ["a message that nobody sent", ["C2"], () => tale().stores("alice", 9).ends()],
  ["stored twice under two ids", ["C3"], () => tale().says("alice", 1).says("alice", 1, { msgId: "m-again" }).ends()],
  ["the same id twice", ["C1", "C3"], () => tale().says("alice", 1).stores("alice", 1).ends()],
  ["told twice on one connection", ["C3"], () => tale().says("alice", 1).hears("bob", 1).hears("bob", 1).ends()],
  ["a gap", ["C4"], () => tale().says("alice", 1).stores("bob", 1, { seq: 3 }).tries("bob", 1, { info: "timeout" }).ends()],
  ["does not begin at one", ["C4"], () => tale().stores("bob", 1, { seq: 2 }).tries("bob", 1, { info: "timeout" }).ends()],
  ["one place, two messages", ["C4"], () => tale().says("alice", 1).hears("bob", 1, { msgId: "m-other" }).ends()],
  ["a later one overtakes", ["C5"], () => tale().says("alice", 2).says("alice", 1).ends()],
  ["one is passed over", ["C6"], () => tale().says("alice", 1).says("alice", 2).says("alice", 3).applies("bob", 1, 3).ends()],
  ["one is taken in twice", ["C6"], () => tale().says("alice", 1).says("alice", 2).applies("bob", 1, 2, 1).ends()],
  ["news out of order", ["C6"], () => tale().says("alice", 1).says("alice", 2).hears("bob", 2).hears("bob", 1).ends()],
  [
    "somebody lacks the last one",
    ["C7"],
    () => {
      const story = tale().says("alice", 1).says("alice", 2);
      return story.ends({ bob: story.rows.slice(0, 1) });
    },
  ],
  [
    "somebody holds one more",
    ["C7"],
    () => {
      const story = tale().says("alice", 1);
      return story.ends({
        bob: [...story.rows, { seq: 2, msgId: "m-ghost", sender: "alice", hash: "h", item: "g1.ab.alice.7" }],
      });
    },
  ],
  [
    "a count that is none",
    ["C8"],
    () =>
      tale()
        .says("alice", 1)
        .ends()
        .add({ f: "marks", user: "bob", conv: CONV, delivered: 1, read: 1 })
        .add({ f: "unread", user: "bob", conv: CONV, source: "badge", count: 1 }),
  ],
  [
    "one's own message counts",
    ["C8"],
    () =>
      tale()
        .says("alice", 1)
        .ends()
        .add({ f: "marks", user: "alice", conv: CONV, delivered: 0, read: 0 })
        .add({ f: "unread", user: "alice", conv: CONV, source: "sync", count: 1 }),
  ],
  ["a mark falls", ["C9"], () => tale().says("alice", 1).says("alice", 2).marks("bob", "read", 2).marks("bob", "read", 1).ends()],
  [
    "a receipt falls",
    ["C9"],
    () =>
      tale().says("alice", 1).told("alice", "bob", "message:delivered", 2).told("alice", "bob", "message:delivered", 1).ends(),
  ],
  [
    "read before delivered",
    ["C9"],
    () =>
      tale()
        .says("alice", 1)
        .told("alice", "bob", "summary:delivered", 0)
        .told("alice", "bob", "read_receipt:received", 1)
        .ends(),
  ],
  [
    "read past the end",
    ["C9"],
    () => tale().says("alice", 1).ends().add({ f: "marks", user: "bob", conv: CONV, delivered: 2, read: 2 }),
  ],
  [
    "a mark that was told is forgotten",
    ["C9"],
    () =>
      tale().says("alice", 1).marks("bob", "read", 1).ends().add({ f: "marks", user: "bob", conv: CONV, delivered: 1, read: 0 }),
  ],
  ["a stranger hears a word", ["C10"], () => tale().says("alice", 1).hears("carol", 1).ends()],
  [
    "a word of another conversation",
    ["C10"],
    () =>
      tale()
        .says("alice", 1)
        .hears("bob", 1, { canaries: ["g2.cd.carol.1"] })
        .ends(),
  ],
  [
    "a word from after the leaving",
    ["C10"],
    () => tale().add({ f: "leave", user: "bob", conv: CONV, seq: 0 }).says("alice", 1).hears("bob", 1).ends({ bob: [] }),
  ],
  [
    "a session that has ended hears on",
    ["C11"],
    () =>
      tale()
        .says("alice", 1)
        .add({ ...NEVER, type: "ok", t: 100 })
        .hears("bob", 1, { t: 1_200 })
        .ends(),
  ],
  [
    "a session that has ended sends on",
    ["C11"],
    () =>
      tale()
        .add({ ...NEVER, type: "ok", t: 100 })
        .says("bob", 1, { t: 200 })
        .ends(),
  ],
  [
    "who has left sends on",
    ["C11"],
    () => {
      const story = tale().add({ f: "leave", user: "bob", conv: CONV, seq: 0 }).says("bob", 1);
      return story.ends({ bob: [] });
    },
  ],
  [
    "sent past a block",
    ["C11"],
    () => tale().add({ f: "block", type: "ok", user: "bob", other: "alice", conv: CONV }).says("alice", 1).ends(),
  ],
  [
    "acknowledged and not yet in the table",
    ["C12"],
    () => tale().says("alice", 1).add({ f: "row", conv: CONV, msgId: "m-alice-1", found: false }).ends(),
  ],
  ["the log tells of a defect", ["C14"], () => tale().add({ f: "defect", text: "unexpected error" }).ends()],
  ["an answer tells of a defect", ["C14"], () => tale().tries("alice", 1, { fail: "internal" }).ends()],
];

test.each(tales)("%s: %j", (_, broken, story) => {
  const lines = story().lines();
  expect(check(lines).broken, tell(check(lines), lines)).toEqual(broken);
});

test("every rule is broken by some history", () => {
  expect([...new Set(tales.flatMap(([, broken]) => broken))].sort()).toEqual([
    "C1",
    "C10",
    "C11",
    "C12",
    "C14",
    "C2",
    "C3",
    "C4",
    "C5",
    "C6",
    "C7",
    "C8",
    "C9",
  ]);
});

test("a verdict shows its evidence", () => {
  const lines = tale().tries("alice", 1, { fail: "blocked" }).stores("alice", 1).ends().lines();
  expect(tell(check(lines), lines)).toMatch(
    /^broken: .*\nC2: .* 1 times\nC2 g1\.ab\.alice\.1 was refused and is there\n {4}\{"i":2/s,
  );
});

test("a long history is judged as well", { timeout: 60_000 }, () => {
  const story = tale();
  for (let n = 1; n <= 6_000; n += 1) story.says("alice", n).hears("bob", n).applies("bob", n).marks("bob", "read", n);
  const lines: Line[] = story.ends().lines();
  expect(check(lines)).toMatchObject({ findings: [], counts: { stored: 6_000, acknowledged: 6_000 } });
});
