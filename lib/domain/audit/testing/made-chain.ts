import { type ChainEntry, type ChainLink, GENESIS, hashOf } from "../chain.policy.ts";

/** A key of ours, and of nobody's. */
export const KEY = "the key of a test";
export const OTHER_KEY = "another key";

const ACTIONS = ["user.banned", "user.lifted", "user.role_set", "alert.published", "job.retried"];
const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** What was done at a place of a made-up log; `life` tells one such log from another. */
const entryAt = (seq: number, life: number): ChainEntry => ({
  seq,
  at: new Date(Date.UTC(2026, 10, 1) + seq * 60_000 + life).toISOString(),
  actorId: seq % 7 === 0 ? null : idOf(seq % 3),
  action: ACTIONS[seq % ACTIONS.length] ?? "",
  subjectType: "user",
  subjectId: idOf(100 + seq),
  details: { until: null, from: "student", days: seq, isFinal: seq % 2 === 0, parts: [1, "two", { three: 3 }] },
});

/** Binds entries to each other from behind `before` on, as who has the key does. */
export const bind = (entries: readonly ChainEntry[], key = KEY, before = GENESIS): ChainLink[] => {
  let prevHash = before;
  return entries.map(({ seq, at, actorId, action, subjectType, subjectId, details }) => {
    const entry = { seq, at, actorId, action, subjectType, subjectId, details };
    const link = { ...entry, prevHash, hash: hashOf(key, prevHash, entry) };
    prevHash = link.hash;
    return link;
  });
};

export const makeChain = (length: number, { key = KEY, life = 0 } = {}): ChainLink[] =>
  bind(
    Array.from({ length }, (_, index) => entryAt(index + 1, life)),
    key,
  );

/** The heads of a log at some places. */
export const headsOf = (chain: readonly ChainLink[], places: readonly number[]): Map<number, string> =>
  new Map(chain.filter(({ seq }) => places.includes(seq)).map(({ seq, hash }) => [seq, hash]));
