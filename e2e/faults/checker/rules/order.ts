import { type Facts, groupBy } from "../facts.ts";
import type { Finding } from "../finding.ts";

type Sighting = { conv: string; seq: number; msgId: string; hash?: string; i: number };

const sightings = ({ of, finals, tries }: Facts): Sighting[] => [
  ...[...finals].flatMap(([conv, rows]) => rows.map((row) => ({ ...row, conv, i: -1 }))),
  ...[...of("read"), ...of("held")].flatMap(({ conv, rows, i }) => rows.map((row) => ({ ...row, conv, i }))),
  ...of("apply"),
  ...of("recv").flatMap(({ conv, seq, msgId, hash, i }) =>
    conv !== undefined && seq !== undefined && msgId !== undefined ? [{ conv, seq, msgId, ...(hash ? { hash } : {}), i }] : [],
  ),
  ...tries.flatMap(({ begin, end }) =>
    end?.type === "ok" ? [{ conv: begin.conv, seq: end.seq, msgId: begin.msgId, hash: begin.hash, i: end.i }] : [],
  ),
];

/** C4: no gap in the end, and whoever saw a place saw the same message in it. */
const places = (facts: Facts): Finding[] => {
  const gaps = [...facts.finals].flatMap(([conv, rows]): Finding[] => {
    const seqs = rows.map(({ seq }) => seq).sort((one, other) => one - other);
    const wrong = seqs.findIndex((seq, index) => seq !== index + 1);
    return wrong < 0 ? [] : [{ rule: "C4", what: `${conv} has ${seqs[wrong]} in the place of ${wrong + 1}`, lines: [] }];
  });
  const torn = [...groupBy(sightings(facts), ({ conv, seq }) => `${conv} ${seq}`)].flatMap(([place, seen]): Finding[] => {
    const values = new Set(seen.map(({ msgId, hash }) => `${msgId} ${hash}`));
    if (values.size < 2) return [];
    return [
      { rule: "C4", what: `${place} was seen as ${values.size} messages`, lines: seen.map(({ i }) => i).filter((i) => i >= 0) },
    ];
  });
  return [...gaps, ...torn];
};

/** C5: what one outbox wrote first stands first. */
const outboxes = ({ tries, rowsById }: Facts): Finding[] => {
  const written = [...new Map(tries.map(({ begin }) => [begin.item, begin])).values()];
  return [...groupBy(written, ({ outbox, conv }) => `${outbox} ${conv}`).values()].flatMap((items): Finding[] => {
    const stored = items
      .sort((one, other) => one.n - other.n)
      .flatMap(
        (begin) =>
          rowsById
            .get(begin.msgId)
            ?.slice(0, 1)
            .map(({ seq }) => ({ begin, seq })) ?? [],
      );
    return stored.flatMap(({ begin, seq }, index): Finding[] => {
      const before = stored[index - 1];
      if (!before || before.seq < seq) return [];
      return [{ rule: "C5", what: `${begin.item} overtook ${before.begin.item}`, lines: [before.begin.i, begin.i] }];
    });
  });
};

/** C6: each device takes in joined+1, joined+2 …, whatever happened to its connections. */
const takings = ({ of, memberships }: Facts): Finding[] =>
  [...groupBy(of("apply"), ({ device, conv }) => `${device} ${conv}`).values()].flatMap((applied): Finding[] => {
    const [first] = applied;
    const from = first ? (memberships.get(first.conv)?.get(first.user)?.from ?? 0) : 0;
    const wrong = applied.find(({ seq }, index) => seq !== from + index + 1);
    return wrong
      ? [{ rule: "C6", what: `${wrong.device} took in ${wrong.seq} of ${wrong.conv} out of turn`, lines: [wrong.i] }]
      : [];
  });

/** C6: on one connection the news of a conversation comes in its order, where one server tells it all. */
const news = ({ of, isSpread }: Facts): Finding[] => {
  if (isSpread) return [];
  const received = of("recv").filter(({ event }) => event === "message:received");
  return [...groupBy(received, ({ connection, conv }) => `${connection} ${conv}`).values()].flatMap((heard): Finding[] =>
    heard.flatMap((line, index): Finding[] => {
      const before = heard[index - 1];
      if (!before || (before.seq ?? 0) <= (line.seq ?? 0)) return [];
      return [{ rule: "C6", what: `${line.device} was told of ${line.seq} after ${before.seq}`, lines: [before.i, line.i] }];
    }),
  );
};

/** C7: what devices hold and people read at the end is what the server has for them. */
const lists = ({ of, finals, memberships }: Facts): Finding[] =>
  [...of("held"), ...of("read")].flatMap((line): Finding[] => {
    const { from, to } = memberships.get(line.conv)?.get(line.user) ?? { from: 0, to: Number.POSITIVE_INFINITY };
    const wanted = (finals.get(line.conv) ?? []).filter(({ seq }) => seq > from && seq <= to);
    const name = (rows: { seq: number; msgId: string }[]) => rows.map(({ seq, msgId }) => `${seq} ${msgId}`).join();
    if (name(wanted) === name(line.rows)) return [];
    const who = line.f === "held" ? line.device : line.user;
    return [{ rule: "C7", what: `${who} has ${line.rows.length} of ${wanted.length} in ${line.conv}`, lines: [line.i] }];
  });

export const orderRules = [places, outboxes, takings, news, lists];
