import type { Line, MarkEnd, MarkInvoke, Row, SendEnd, SendInvoke } from "../history/entry.ts";

type Numbered<Kind> = Kind & { i: number; t: number };
type Of<F extends Line["f"]> = Extract<Line, { f: F }>;

/** One try of a send with what became of it; no end is as good as an unknown one. */
export type Try = { begin: Numbered<SendInvoke>; end: Numbered<SendEnd> | undefined };
type MarkTry = { begin: Numbered<MarkInvoke>; end: Numbered<MarkEnd> | undefined };

/** What a member may see: after `from`, up to `to`. */
export type Membership = { from: number; to: number; leftAt: number };

const groupBy = <Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

export { groupBy };

const pair = <Begin extends { op: number }, Finish extends { op: number }>(begins: Begin[], ends: Finish[]) => {
  const byOp = new Map(ends.map((end) => [end.op, end]));
  return begins.map((begin) => ({ begin, end: byOp.get(begin.op) }));
};

const membershipsOf = (lines: Line[]): Map<string, Map<string, Membership>> => {
  const found = new Map<string, Map<string, Membership>>();
  for (const line of lines) {
    if (line.f !== "join" && line.f !== "leave") continue;
    const members = found.get(line.conv) ?? new Map<string, Membership>();
    found.set(line.conv, members);
    const before = members.get(line.user);
    if (line.f === "join")
      members.set(line.user, { from: line.seq, to: Number.POSITIVE_INFINITY, leftAt: Number.POSITIVE_INFINITY });
    else if (before) members.set(line.user, { ...before, to: line.seq, leftAt: line.t });
  }
  return found;
};

/** The history in the shapes that the rules ask for; read once, in linear time. */
export const factsOf = (lines: Line[]) => {
  const of = <F extends Line["f"]>(f: F): Of<F>[] => lines.filter((line): line is Of<F> => line.f === f);
  const sends = of("send");
  const marks = of("mark");
  const tries: Try[] = pair(
    sends.filter((line) => line.type === "invoke"),
    sends.filter((line) => line.type !== "invoke"),
  );
  const markTries: MarkTry[] = pair(
    marks.filter((line) => line.type === "invoke"),
    marks.filter((line) => line.type !== "invoke"),
  );
  const finals = new Map<string, Row[]>(of("final").map(({ conv, rows }) => [conv, rows]));
  return {
    of,
    /** News comes from several servers: each of it is right, and none waits for the other. */
    isSpread: of("nodes").some(({ count }) => count > 1),
    tries,
    markTries,
    triesById: groupBy(tries, ({ begin }) => begin.msgId),
    finals,
    /** Every stored row of the end, by its message id. */
    rowsById: groupBy(
      [...finals].flatMap(([conv, rows]) => rows.map((row) => ({ ...row, conv }))),
      ({ msgId }) => msgId,
    ),
    memberships: membershipsOf(lines),
  };
};
export type Facts = ReturnType<typeof factsOf>;
