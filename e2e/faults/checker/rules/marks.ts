import type { Line, Row } from "../../history/entry.ts";
import { type Facts, groupBy } from "../facts.ts";
import type { Finding } from "../finding.ts";

const unreadAfter = (rows: Row[], user: string, read: number): number =>
  rows.filter(({ seq, sender }) => seq > read && sender !== user).length;

/** C8: whoever tells a count tells what a recount after the read mark gives. */
const counts = ({ of, finals }: Facts): Finding[] => {
  const marks = new Map(of("marks").map((line) => [`${line.user} ${line.conv}`, line.read]));
  return of("unread").flatMap(({ user, conv, source, count, i }): Finding[] => {
    const read = marks.get(`${user} ${conv}`);
    if (read === undefined) return [];
    const recount = unreadAfter(finals.get(conv) ?? [], user, read);
    return count === recount
      ? []
      : [{ rule: "C8", what: `${source} tells ${user} ${count} unread of ${recount} in ${conv}`, lines: [i] }];
  });
};

type Step = { seq: number; i: number };

const falls = (steps: Step[], whose: string): Finding[] =>
  steps.flatMap(({ seq, i }, index): Finding[] => {
    const before = steps[index - 1];
    return before && before.seq > seq
      ? [{ rule: "C9", what: `${whose} fell from ${before.seq} to ${seq}`, lines: [before.i, i] }]
      : [];
  });

/** `summary:delivered` is what a conversation's summary tells: as good as news of it, and with no place among the news. */
const DELIVERED = ["message:delivered", "summary:delivered"];
const READ = "read_receipt:received";
const TOLD = ["message:delivered", READ];

type Heard = Extract<Line, { f: "recv" }>;

const fallsIn = (heard: Heard[]): Finding[] =>
  TOLD.flatMap((event) =>
    falls(
      heard.filter((line) => line.event === event).map(({ seq = 0, i }) => ({ seq, i })),
      `${event} of ${heard[0]?.about}, told to ${heard[0]?.device},`,
    ),
  );

/**
 * A summary counts from the start: it is read after its socket has joined, and comes when it comes. Who was cut off before
 * it came has heard of the read alone, and the delivery may have been told before they joined.
 */
const readAhead = (heard: Heard[]): Finding[] => {
  const summaries = heard.filter(({ event }) => event === "summary:delivered").map(({ seq = 0 }) => seq);
  if (summaries.length === 0) return [];
  let delivered = Math.max(0, ...summaries);
  return heard.flatMap(({ event, seq = 0, about, i }): Finding[] => {
    if (DELIVERED.includes(event)) delivered = Math.max(delivered, seq);
    if (event !== READ || seq <= delivered) return [];
    return [{ rule: "C9", what: `${about} read ${seq} with ${delivered} delivered`, lines: [i] }];
  });
};

/** C9, over each connection to one server alone: a mark only rises, and nobody is told that something was read which was never delivered. */
const told = ({ of, isSpread }: Facts): Finding[] => {
  if (isSpread) return [];
  const receipts = of("recv").filter(({ event }) => event === READ || DELIVERED.includes(event));
  const groups = groupBy(receipts, ({ connection, conv, about }) => `${connection} ${conv} ${about}`);
  return [...groups.values()].flatMap((heard) => [...fallsIn(heard), ...readAhead(heard)]);
};

/** C9, for those who move them: an answer is never below one that came before the question. */
const answered = ({ markTries }: Facts): Finding[] => {
  const good = markTries.flatMap(({ begin, end }) =>
    end?.type === "ok" ? [{ ...begin, from: begin.i, to: end.i, got: end.seq }] : [],
  );
  return [...groupBy(good, ({ user, conv, kind }) => `${kind} mark of ${user} in ${conv}`)].flatMap(
    ([whose, moves]): Finding[] => {
      const events = moves
        .flatMap((move) => [
          { at: move.from, move },
          { at: move.to, move },
        ])
        .sort((one, other) => one.at - other.at);
      const floors = new Map<number, Step>();
      let highest: Step = { seq: 0, i: -1 };
      return events.flatMap(({ at, move }): Finding[] => {
        if (at === move.from) {
          floors.set(move.op, highest);
          return [];
        }
        const floor = floors.get(move.op) ?? highest;
        if (move.got > highest.seq) highest = { seq: move.got, i: at };
        return move.got < floor.seq
          ? [{ rule: "C9", what: `the ${whose} fell from ${floor.seq} to ${move.got}`, lines: [floor.i, at] }]
          : [];
      });
    },
  );
};

/** C9, in the end: read ≤ delivered ≤ last, and no mark below what its person was told. */
const standing = ({ of, finals, markTries }: Facts): Finding[] => {
  const reached = new Map<string, number>();
  for (const { begin, end } of markTries) {
    if (end?.type !== "ok") continue;
    const key = `${begin.user} ${begin.conv} ${begin.kind}`;
    reached.set(key, Math.max(reached.get(key) ?? 0, end.seq));
  }
  return of("marks").flatMap(({ user, conv, delivered, read, i }): Finding[] => {
    const last = finals.get(conv)?.at(-1)?.seq ?? 0;
    const isOrdered = read <= delivered && delivered <= last;
    const isLost = (kind: string, now: number) => now < (reached.get(`${user} ${conv} ${kind}`) ?? 0);
    return [
      ...(isOrdered ? [] : [{ rule: "C9" as const, what: `${user} has read ${read}, got ${delivered}, of ${last}`, lines: [i] }]),
      ...(isLost("read", read) || isLost("delivered", delivered)
        ? [{ rule: "C9" as const, what: `a mark of ${user} in ${conv} fell below what was told`, lines: [i] }]
        : []),
    ];
  });
};

export const markRules = [counts, told, answered, standing];
