import { type Facts, groupBy, type Try } from "../facts.ts";
import type { Finding } from "../finding.ts";

const linesOf = ({ begin, end }: Try): number[] => [begin.i, ...(end ? [end.i] : [])];

/** C1: every acknowledged message stands in the end once, at the place that was told, with the text that was written. */
const lost = ({ tries, rowsById }: Facts): Finding[] =>
  tries.flatMap((one): Finding[] => {
    const { begin, end } = one;
    if (end?.type !== "ok") return [];
    const rows = rowsById.get(begin.msgId) ?? [];
    const [row] = rows;
    const lines = linesOf(one);
    if (!row) return [{ rule: "C1", what: `${begin.item} was acknowledged and is not there`, lines }];
    if (rows.length > 1) return [{ rule: "C1", what: `${begin.item} is there ${rows.length} times`, lines }];
    if (row.hash !== begin.hash) return [{ rule: "C1", what: `${begin.item} has another text`, lines }];
    if (row.seq !== end.seq) return [{ rule: "C1", what: `${begin.item} was told to be ${end.seq} and is ${row.seq}`, lines }];
    return [];
  });

/** C2: a message all of whose tries were refused is absent; and whatever is there was sent by somebody. */
const phantoms = ({ triesById, rowsById }: Facts): Finding[] =>
  [...rowsById].flatMap(([msgId, rows]): Finding[] => {
    const tries = triesById.get(msgId);
    const item = rows[0]?.item ?? msgId;
    if (!tries) return [{ rule: "C2", what: `${item} is there as ${msgId}, which nobody sent`, lines: [] }];
    const wasRefused = tries.every(({ end }) => end?.type === "fail");
    return wasRefused ? [{ rule: "C2", what: `${item} was refused and is there`, lines: tries.flatMap(linesOf) }] : [];
  });

/** What says that somebody may not, or not now: all else would be a word about the message. */
const ABOUT_THE_SENDER = [
  "unauthenticated",
  "not_participant",
  "not_found",
  "suspended",
  "rate_limited",
  "unavailable",
  "internal",
];

/** C2: what is stored is never reported as failed, whoever asks how often. */
const denied = ({ triesById, rowsById }: Facts): Finding[] =>
  [...triesById].flatMap(([msgId, tries]): Finding[] => {
    const stored = tries.find(({ end }) => end?.type === "ok");
    if (!stored?.end || !rowsById.has(msgId)) return [];
    const told = stored.end.i;
    const after = tries.filter(({ begin, end }) => end?.type === "fail" && (end.code === "conflict" || begin.i > told));
    return after
      .filter(({ end }) => end?.type === "fail" && !ABOUT_THE_SENDER.includes(end.code))
      .map((one) => ({ rule: "C2", what: `${one.begin.item} is stored and was refused`, lines: [told, ...linesOf(one)] }));
  });

/** C3: one row to an id and to an item of an outbox; one piece of news of a message to a connection. */
const doubles = ({ finals, of }: Facts): Finding[] => {
  const rows = [...finals.values()].flat();
  const news = of("recv").filter(({ event }) => event === "message:received");
  const twice = <Item>(items: Item[], keyOf: (item: Item) => string, tell: (group: Item[]) => Finding): Finding[] =>
    [...groupBy(items, keyOf).values()].filter((group) => group.length > 1).map(tell);
  return [
    ...twice(
      rows,
      ({ msgId }) => msgId,
      (group) => ({ rule: "C3", what: `the id ${group[0]?.msgId} is there ${group.length} times`, lines: [] }),
    ),
    ...twice(
      rows,
      ({ item }) => item,
      (group) => ({ rule: "C3", what: `${group[0]?.item} is there ${group.length} times`, lines: [] }),
    ),
    ...twice(
      news,
      ({ connection, msgId }) => `${connection} ${msgId}`,
      (group) => ({
        rule: "C3",
        what: `${group[0]?.device} was told of ${group[0]?.msgId} ${group.length} times`,
        lines: group.map(({ i }) => i),
      }),
    ),
  ];
};

/** C12: a second connection finds the row as soon as anybody knows of it. */
const unreadable = ({ of }: Facts): Finding[] =>
  of("row")
    .filter(({ found }) => !found)
    .map(({ i, msgId }) => ({ rule: "C12", what: `${msgId} was known and not in the table`, lines: [i] }));

export const storedRules = [lost, phantoms, denied, doubles, unreadable];
