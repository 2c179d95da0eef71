import type { Entry, Line, MarkKind, Row } from "../../history/entry.ts";

const CONV = "ab";
const MEMBERS = ["alice", "bob"];

const itemOf = (sender: string, n: number, conv: string): string => `g1.${conv}.${sender}.${n}`;
const phone = (user: string) => ({ user, device: `${user}-phone` });

export type Tale = ReturnType<typeof tale>;

/** A history by hand: `tale().says("alice", 1).hears("bob", 1).ends()`. What is not told otherwise goes well. */
export const tale = () => {
  const entries: (Entry & { t?: number })[] = MEMBERS.map((user) => ({ f: "join", user, conv: CONV, seq: 0 }));
  const rows: Row[] = [];
  let ops = 0;

  const rowOf = (sender: string, n: number, seq: number): Row => ({
    seq,
    msgId: `m-${sender}-${n}`,
    sender,
    hash: `h-${sender}-${n}`,
    item: itemOf(sender, n, CONV),
  });
  const add = (...more: (Entry & { t?: number })[]) => {
    entries.push(...more);
    return story;
  };
  const invoke = (sender: string, n: number, change: { msgId?: string; t?: number; device?: string } = {}) => {
    ops += 1;
    const { msgId, hash, item } = rowOf(sender, n, 0);
    const { device } = phone(sender);
    entries.push({
      f: "send",
      type: "invoke",
      op: ops,
      user: sender,
      device,
      conv: CONV,
      msgId,
      hash,
      item,
      outbox: device,
      n,
      via: "socket",
      ...change,
    });
    return ops;
  };
  const held = (user: string, kept: Row[]): Entry => ({
    f: "held",
    ...phone(user),
    conv: CONV,
    rows: kept.map(({ seq, msgId, hash }) => ({ seq, msgId, hash })),
  });

  const story = {
    add,
    rows,

    /** Sent, stored as the next message, acknowledged. */
    says: (sender: string, n: number, change: { seq?: number; msgId?: string; t?: number; device?: string } = {}) => {
      const { seq = rows.length + 1, ...rest } = change;
      const op = invoke(sender, n, rest);
      rows.push({ ...rowOf(sender, n, rows.length + 1), ...(rest.msgId ? { msgId: rest.msgId } : {}) });
      return add({ f: "send", type: "ok", op, seq, duplicate: false });
    },

    /** Tried; whether it was stored is another matter. */
    tries: (
      sender: string,
      n: number,
      end: { fail: string } | { info: string } | { repeats: number } | "nothing",
      change = {},
    ) => {
      const op = invoke(sender, n, change);
      if (end === "nothing") return story;
      if ("fail" in end) return add({ f: "send", type: "fail", op, code: end.fail });
      if ("info" in end) return add({ f: "send", type: "info", op, why: end.info });
      return add({ f: "send", type: "ok", op, seq: end.repeats, duplicate: true });
    },

    /** Stored without anybody having been told. */
    stores: (sender: string, n: number, change: Partial<Row> = {}) => {
      rows.push({ ...rowOf(sender, n, rows.length + 1), ...change });
      return story;
    },

    /** Told of the message at that place, on a connection. */
    hears: (user: string, seq: number, change: Partial<Extract<Entry, { f: "recv" }>> & { t?: number } = {}) => {
      const row = rows[seq - 1];
      const news = row ? { msgId: row.msgId, hash: row.hash, canaries: [row.item] } : { canaries: [] };
      return add({ f: "recv", ...phone(user), connection: 1, event: "message:received", conv: CONV, seq, ...news, ...change });
    },

    applies: (user: string, ...seqs: number[]) =>
      add(
        ...seqs.map((seq): Entry => {
          const { msgId = "?", hash = "?" } = rows[seq - 1] ?? {};
          return { f: "apply", ...phone(user), conv: CONV, seq, msgId, hash };
        }),
      ),

    marks: (user: string, kind: MarkKind, seq: number, got = seq) => {
      ops += 1;
      return add(
        { f: "mark", type: "invoke", op: ops, ...phone(user), conv: CONV, kind, seq },
        { f: "mark", type: "ok", op: ops, seq: got },
      );
    },

    told: (user: string, about: string, event: string, seq: number, connection = 1) =>
      add({ f: "recv", ...phone(user), connection, event, conv: CONV, about, seq, canaries: [] }),

    /** The final reads: the database's rows, and what everybody holds (the same, if not told otherwise). */
    ends: (kept: Record<string, Row[]> = {}) =>
      add({ f: "final", conv: CONV, rows: [...rows] }, ...MEMBERS.map((user) => held(user, kept[user] ?? rows))),

    lines: (): Line[] => entries.map((entry, i) => ({ i, wall: 0, ...entry, t: entry.t ?? i })),
  };
  return story;
};
