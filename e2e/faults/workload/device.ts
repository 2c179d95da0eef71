import { v7 } from "uuid";
import type { EventPayload } from "#lib/contract/events.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import type { SyncAnswer } from "#lib/contract/session.ts";
import type { MarkKind } from "../history/entry.ts";
import type { History } from "../history/history.ts";
import { hashOf, itemOf, textOf } from "./canary.ts";
import { createEars, keptOf } from "./ears.ts";
import { createLine } from "./line.ts";
import { createMirror } from "./mirror.ts";
import { type Attempt, createOutbox, type Item } from "./outbox.ts";
import type { FaultPerson } from "./person.ts";
import { createTries } from "./send-tries.ts";
import { createWeb } from "./web.ts";

/** What a device does that a careful one would not need to; the last two are mistakes, to be found. */
export type Habits = {
  /** How often a message is sent twice at once, and how often over HTTP. */
  repeats: number;
  overHttp: number;
  retriesWithNewId?: boolean;
  senders?: number;
  /** How far the device's clock is off. */
  skewMs?: number;
};

export type DeviceOptions = {
  person: FaultPerson;
  name: string;
  url: () => string;
  /** Where HTTP goes; absent: the same way. */
  webUrl?: () => string;
  /** The address of this machine that its connections come from; absent: any. */
  localAddress?: string;
  history: History;
  /** There are several nodes. */
  isSpread: boolean;
  habits: Habits;
  /** The key of a person by id. */
  nameOf: (userId: string) => string;
  nextConnection: () => number;
  /** Counts what a person writes in a conversation, over all devices. */
  nextItem: (person: string, conv: string) => number;
  /** Looks whether the row is there, by another connection. */
  witness: (conv: string, msgId: string) => void;
  /** A session that no other device shares. */
  ownToken?: string;
};

const ACK_MS = 60;
const PAGE = 100;

/** A small but honest client of the wire: it keeps what it writes until that is settled, and takes in what comes by seq. */
export const createDevice = (options: DeviceOptions) => {
  const { person, history, isSpread, habits, witness, ownToken } = options;
  const who = { user: person.key, device: `${person.key}-${options.name}` };
  const deviceId = v7();
  const token = (not?: string) => (ownToken === undefined ? person.token(not) : Promise.resolve(ownToken));
  const web = createWeb(options.webUrl ?? options.url, token);
  const ears = createEars(history, who, options.nameOf);
  const tries = createTries(history, who);
  const badges = new Map<string, { count: number; at: string }>();
  const dueAcks = new Set<string>();
  const mirror = createMirror((conv, { seq, msgId, hash }) => {
    history.write({ f: "apply", ...who, conv, seq, msgId, hash });
    if (!dueAcks.has(conv)) setTimeout(() => void ack(conv), ACK_MS);
    dueAcks.add(conv);
  });
  let syncing = false;
  let countedAt = "";
  let written = 0;
  let underWay = 0;

  const line = createLine({
    url: options.url,
    ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
    deviceId,
    token,
    cursors: mirror.cursors,
    number: options.nextConnection,
    onUp: (connection, ready) => {
      history.write({ f: "up", ...who, connection });
      void absorb(connection, "session:ready", ready);
    },
    onDown: (connection, why) => {
      history.write({ f: "down", ...who, connection, why });
      badges.clear();
    },
    onNews: (connection, event, payload) => hear(connection, event, payload),
  });

  const take = (message: Message): boolean => mirror.take(message.conversationId, keptOf(message));

  /** What a sync leaves out is read over HTTP. */
  const catchUp = async (conv: string): Promise<void> => {
    for (let more = true; more; ) {
      const answer = await web.ask("GET", `/api/conversations/${conv}/messages?after=${mirror.top(conv)}&limit=${PAGE}`);
      if (answer?.status !== 200) return;
      const page = answer.body as MessagePage;
      ears.answer(line.connection(), "history", page);
      for (const message of page.messages) take(message);
      more = page.hasMore;
    }
  };

  const absorb = async (connection: number, event: string, answer: SyncAnswer): Promise<void> => {
    ears.changes(connection, event, answer);
    // Its counts are compared by themselves.
    countedAt = answer.countedAt;
    for (const [conv, { at }] of badges) if (at <= countedAt) badges.delete(conv);
    for (const { conversation, messages, complete } of answer.changes) {
      for (const message of messages) take(message);
      if (!complete) await catchUp(conversation.id);
    }
  };

  const sync = async (): Promise<void> => {
    if (syncing) return;
    syncing = true;
    const connection = line.connection();
    const answer = await line.ask("session:sync", { cursors: mirror.cursors() });
    syncing = false;
    if (answer?.ok) await absorb(connection, "session:sync", answer.data);
  };

  const hear = (connection: number, event: string, payload: unknown): void => {
    if (event === "message:received") {
      const message = payload as EventPayload<"message:received">;
      ears.news(connection, message);
      witness(message.conversationId, message.messageId);
      if (take(message)) void sync();
      return;
    }
    if (event === "message:delivered" || event === "read_receipt:received") {
      ears.receipt(connection, event, payload as EventPayload<"message:delivered">);
      return;
    }
    if (event === "unread_count:updated") {
      const { conversationId, unreadCount: count, updatedAt: at } = payload as EventPayload<"unread_count:updated">;
      // Of one server the last word counts; of several, whose words may pass each other, what was counted last, as on a page.
      const isOld = isSpread && at < (badges.get(conversationId)?.at ?? countedAt);
      if (!isOld) badges.set(conversationId, { count, at });
    }
    ears.answer(connection, event, payload);
  };

  const mark = async (kind: MarkKind, conv: string, seq: number): Promise<void> => {
    if (!line.isReady()) return;
    const op = history.nextOp();
    history.write({ f: "mark", type: "invoke", op, ...who, conv, kind, seq });
    const ask = { conversationId: conv, seq };
    underWay += 1;
    const answer = kind === "read" ? await line.ask("message:read", ask) : await line.ask("message:ack", ask);
    underWay -= 1;
    if (!answer) return history.write({ f: "mark", type: "info", op, why: "no answer" });
    if (!answer.ok) return history.write({ f: "mark", type: "fail", op, code: answer.error.code });
    const got = "readSeq" in answer.data ? answer.data.readSeq : answer.data.deliveredSeq;
    history.write({ f: "mark", type: "ok", op, seq: got });
  };

  const ack = async (conv: string): Promise<void> => {
    dueAcks.delete(conv);
    await mark("delivered", conv, mirror.top(conv));
  };

  const overSocket = ({ conv, text }: Item, msgId: string) => {
    const clock = habits.skewMs === undefined ? {} : { clientTimestamp: new Date(Date.now() + habits.skewMs).toISOString() };
    return line.ask("message:send", { conversationId: conv, messageId: msgId, content: text, ...clock });
  };

  /** An answer is as good as news of one's own message. */
  const taken = (item: Item, answer: Awaited<ReturnType<typeof tries>>): void => {
    const { reply } = answer;
    if (!reply?.ok) return;
    const { seq, rev, messageId } = reply.data;
    witness(item.conv, messageId);
    if (mirror.take(item.conv, { seq, rev, msgId: messageId, hash: hashOf(item.text) })) void sync();
  };

  const attempt = async (item: Item): Promise<Attempt> => {
    const via = !line.isReady() || Math.random() < habits.overHttp ? "http" : "socket";
    const carry = via === "http" ? web.send : overSocket;
    const repeatId = habits.retriesWithNewId ? v7() : item.msgId;
    const all = [tries(item, via, carry), ...(Math.random() < habits.repeats ? [tries(item, "http", web.send, repeatId)] : [])];
    const ends = await Promise.all(all);
    for (const end of ends) taken(item, end);
    return ends.some(({ isOver }) => isOver) ? "settled" : "again";
  };

  const judge = async (f: "block" | "unblock", conv: string, other: FaultPerson): Promise<void> => {
    const names = { user: person.key, other: other.key, conv };
    history.write({ f, type: "invoke", ...names });
    const answer = await web.ask("POST", `/api/conversations/${conv}/${f}`, { userId: other.id });
    if (answer?.status === 200) history.write({ f, type: "ok", ...names });
  };

  const outbox = createOutbox({ attempt, ...(habits.senders === undefined ? {} : { senders: habits.senders }) });

  return {
    ...who,
    person,
    line,
    mirror,
    outbox,
    web,
    badges,
    sync,
    /** No mark is under way, or due. */
    isQuiet: (): boolean => underWay === 0 && dueAcks.size === 0 && outbox.waiting() === 0,
    /** Writes something into a conversation; it is sent as soon as it can be. */
    says: (conv: string): Item => {
      written += 1;
      const name = itemOf(person.group, conv, person.key, options.nextItem(person.key, conv));
      const item = { conv, item: name, n: written, msgId: v7(), text: textOf(name) };
      outbox.add(item);
      return item;
    },
    reads: (conv: string): Promise<void> => mark("read", conv, mirror.top(conv)),
    /** Asks for what is none of its business. */
    pries: async (conv: string): Promise<void> => {
      const answer = await line.ask("session:sync", { cursors: { [conv]: 0 } });
      ears.answer(line.connection(), "session:sync", answer);
      ears.answer(line.connection(), "history", await web.ask("GET", `/api/conversations/${conv}/messages`));
    },
    /** Ends its session; a stubborn device does not go by itself. */
    signsOut: async (): Promise<void> => {
      history.write({ f: "revoke", type: "invoke", ...who });
      const answer = await web.ask("DELETE", "/api/tokens");
      if (answer?.status === 204) history.write({ f: "revoke", type: "ok", ...who });
    },
    /** In their direct conversation; `unblocks` lifts it. */
    blocks: (conv: string, other: FaultPerson): Promise<void> => judge("block", conv, other),
    unblocks: (conv: string, other: FaultPerson): Promise<void> => judge("unblock", conv, other),
    leaves: (): void => {
      outbox.close();
      line.close();
    },
  };
};
export type FaultDevice = ReturnType<typeof createDevice>;
