/**
 * What a run writes down, one JSON object a line. As in Jepsen, whatever is asked has an `invoke`, and one end: `ok`,
 * `fail` (refused, nothing happened) or `info` (the answer never came: it may have happened or not).
 */

/** A message as somebody saw it: its place, its id, and a hash of its text. */
export type Row = { seq: number; msgId: string; sender: string; hash: string; item: string };

type Device = { user: string; device: string };
/** Joins an end to its beginning. */
type Asked = { op: number };
type End =
  | { type: "ok" }
  | { type: "fail"; code: string }
  /** Why nobody knows. */
  | { type: "info"; why: string };

export type SendInvoke = Device & {
  f: "send";
  type: "invoke";
  op: number;
  conv: string;
  msgId: string;
  hash: string;
  /** What the outbox calls it: the same at every try, whatever id the try goes under. */
  item: string;
  /** The device whose outbox it is, and its place in there. */
  outbox: string;
  n: number;
  via: "socket" | "http";
};
export type SendEnd = Asked & { f: "send" } & ({ type: "ok"; seq: number; duplicate: boolean } | Exclude<End, { type: "ok" }>);

export type MarkKind = "read" | "delivered";
export type MarkInvoke = Device & { f: "mark"; type: "invoke"; op: number; conv: string; kind: MarkKind; seq: number };
export type MarkEnd = Asked & { f: "mark" } & ({ type: "ok"; seq: number } | Exclude<End, { type: "ok" }>);

/** Something that came over one connection, with every canary in its bytes. */
type Received = Device & {
  f: "recv";
  connection: number;
  event: string;
  canaries: string[];
  conv?: string;
  seq?: number;
  msgId?: string;
  hash?: string;
  /** Whose mark a receipt is about. */
  about?: string;
};

export type Entry =
  | SendInvoke
  | SendEnd
  | MarkInvoke
  | MarkEnd
  | Received
  /** A member sees what comes after `seq`, or nothing more after it. */
  | { f: "join"; user: string; conv: string; seq: number }
  | { f: "leave"; user: string; conv: string; seq: number }
  | (Device & { f: "apply"; conv: string; seq: number; msgId: string; hash: string })
  | { f: "block"; type: "invoke" | "ok"; user: string; other: string; conv: string }
  | { f: "unblock"; type: "invoke" | "ok"; user: string; other: string; conv: string }
  /** A device's session has ended: from its `ok` on it is nobody's. */
  | (Device & { f: "revoke"; type: "invoke" | "ok" })
  /** What a second connection to the database saw just after it was answered, or told. */
  | { f: "row"; conv: string; msgId: string; found: boolean }
  | (Device & { f: "up"; connection: number })
  | (Device & { f: "down"; connection: number; why: string })
  /** So many servers answer, and news goes from one to the other. */
  | { f: "nodes"; count: number }
  /** The fault is over. */
  | { f: "heal" }
  /** The end, as the database has it: the one truth of a conversation. */
  | { f: "final"; conv: string; rows: Row[] }
  /** The end, as a person reads it over HTTP, and as a device holds it. */
  | { f: "read"; user: string; conv: string; rows: Row[] }
  | (Device & { f: "held"; conv: string; rows: Omit<Row, "sender" | "item">[] })
  | { f: "unread"; user: string; conv: string; source: "http" | "sync" | "badge"; count: number }
  | { f: "marks"; user: string; conv: string; delivered: number; read: number }
  /** A line of the server's log that tells of a defect. */
  | { f: "defect"; text: string };

/** `i` is the line, `t` the milliseconds since the beginning by a clock that never jumps, `wall` the other clock. */
export type Line = Entry & { i: number; t: number; wall: number };
