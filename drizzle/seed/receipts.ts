import type { Utterance } from "./conversation.ts";
import type { Random } from "./random.ts";
import type { Side } from "./scene.ts";

type Marks = { deliveredSeq: number; readSeq: number };
type Move = { kind: "delivered" | "read"; seq: number; at: Date };
export type Receipts = { marks: Marks; moves: Move[] };
type Ends = { by: Side; unread: number; reached?: false };

const SECOND = 1_000;
const later = (at: Date, seconds: number) => new Date(Math.round(at.getTime() + seconds * SECOND));
const noLaterThan = (at: Date, limit: Date) => (at < limit ? at : limit);

/** The last message of each unbroken run of the other side's messages, with the answer to it. */
const turnsHeardBy = (side: Side, told: Utterance[]) =>
  told.flatMap((last, index) => {
    const next = told[index + 1];
    return last.by !== side && next?.by !== last.by ? [{ last, answer: next }] : [];
  });

/** What the other side heard last, for whoever did not write the end. */
const lastMoves = (side: Side, told: Utterance[], ends: Ends, now: Date, random: Random): Move[] => {
  const end = told.length;
  if (ends.by === side) return [];
  const seen = told[end - 1 - ends.unread];
  const last = told[end - 1];
  if (!seen || !last) return [];
  const reached = ends.reached === false ? [seen] : [seen, last];
  const delivered = reached.map(
    ({ seq, at }): Move => ({ kind: "delivered", seq, at: noLaterThan(later(at, random.between(1, 4)), now) }),
  );
  return [...delivered, { kind: "read", seq: seen.seq, at: noLaterThan(later(seen.at, random.between(8, 50)), now) }];
};

const heardBeforeAnswer = (last: Utterance, answer: Utterance, random: Random): Move[] => {
  const waited = (answer.at.getTime() - last.at.getTime()) / SECOND;
  const delivered = Math.min(random.between(1, 5), waited * 0.2);
  return [
    { kind: "delivered", seq: last.seq, at: later(last.at, delivered) },
    { kind: "read", seq: last.seq, at: later(last.at, Math.max(delivered, waited * random.between(0.3, 0.9))) },
  ];
};

const ownLast = (side: Side, told: Utterance[]): Move[] => {
  const own = told.filter(({ by }) => by === side).at(-1);
  if (!own) return [];
  return [
    { kind: "delivered", seq: own.seq, at: own.at },
    { kind: "read", seq: own.seq, at: own.at },
  ];
};

/** Of a log, what raised a mark; in the order of time. */
const rising = (moves: Move[]): Move[] => {
  const marks = { delivered: 0, read: 0 };
  return moves
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.seq - other.seq)
    .filter(({ kind, seq }) => {
      const isNew = seq > marks[kind];
      if (isNew) marks[kind] = seq;
      return isNew;
    });
};

const highest = (moves: Move[], kind: Move["kind"]) =>
  Math.max(0, ...moves.filter((move) => move.kind === kind).map(({ seq }) => seq));

/** What one side got and read of a conversation and when, down to the marks where it stands now. */
export const receiptsOf = (side: Side, told: Utterance[], ends: Ends, now: Date, random: Random): Receipts => {
  const answered = turnsHeardBy(side, told).flatMap(({ last, answer }) =>
    answer ? heardBeforeAnswer(last, answer, random) : [],
  );
  const moves = rising([...answered, ...ownLast(side, told), ...lastMoves(side, told, ends, now, random)]);
  const readSeq = highest(moves, "read");
  return { marks: { readSeq, deliveredSeq: Math.max(readSeq, highest(moves, "delivered")) }, moves };
};
