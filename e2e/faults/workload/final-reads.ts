import { setTimeout as delay } from "node:timers/promises";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import type { Row } from "../history/entry.ts";
import type { History } from "../history/history.ts";
import { hashOf, itemIn } from "./canary.ts";
import type { Crowd } from "./crowd.ts";
import type { FaultDevice } from "./device.ts";
import type { FaultPerson } from "./person.ts";
import type { WebAnswer } from "./web.ts";

/** How long what was written before may take to be settled, and how long devices may take to hold it all (C7). */
const PATIENCE = { settleMs: 180_000, healMs: 10_000 };
/** The same where they may have to ask whether they have missed something. */
const SPREAD = { settleMs: 180_000, healMs: 30_000 };
/** How long the last word about a count may take. */
const BADGE_MS = 2_000;
const PAGE = 100;

/** A final read is no test of the line: it asks until there is an answer. */
const insist = async (ask: () => Promise<WebAnswer | undefined>): Promise<unknown> => {
  for (let turn = 1; turn <= 50; turn += 1) {
    const answer = await ask();
    if (answer?.status === 200) return answer.body;
    await delay(200);
  }
  throw new Error("a final read got no answer");
};

/** Looks again until it is so, or time is up: then the final reads show what it was. */
const untilSo = async (isSo: () => boolean | Promise<boolean>, ms: number): Promise<void> => {
  const deadline = performance.now() + ms;
  while (!(await isSo()) && performance.now() < deadline) await delay(50);
};

type Stored = { seq: number; id: string; sender_id: string; content: string };

const rowOf = (seq: number, msgId: string, sender: string, content: string): Row => ({
  seq,
  msgId,
  sender,
  hash: hashOf(content),
  item: itemIn(content) || msgId,
});

const createReads = ({ sql, people }: Crowd) => {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.key ?? id;
  return {
    /** As the database has it. */
    stored: async (conv: string): Promise<Row[]> => {
      const rows = await sql<
        Stored[]
      >`select seq, id, sender_id, content from messages where conversation_id = ${conv} order by seq`;
      return rows.map((row) => rowOf(row.seq, row.id, nameOf(row.sender_id), row.content));
    },
    marks: (conv: string) =>
      sql<{ user_id: string; delivered_seq: number; read_seq: number }[]>`
        select user_id, delivered_seq, read_seq from participants where conversation_id = ${conv} and left_seq is null`,
    /** As a person reads it over HTTP, page by page. */
    read: async ({ web }: FaultDevice, conv: string): Promise<Row[]> => {
      const messages: Message[] = [];
      for (let more = true; more; ) {
        const after = messages.at(-1)?.seq ?? 0;
        const ask = () => web.ask("GET", `/api/conversations/${conv}/messages?after=${after}&limit=${PAGE}`);
        const page = (await insist(ask)) as MessagePage;
        messages.push(...page.messages);
        more = page.hasMore;
      }
      return messages.map((message) => rowOf(message.seq, message.messageId, nameOf(message.senderId), message.content));
    },
  };
};

const writeCounts = async (crowd: Crowd, device: FaultDevice, history: History): Promise<void> => {
  const { key: user } = device.person;
  const list = (await insist(() => device.web.ask("GET", "/api/conversations?limit=100"))) as ConversationPage;
  for (const { id: conv, unreadCount: count } of list.items) history.write({ f: "unread", user, conv, source: "http", count });
  const synced = await device.line.ask("session:sync", { cursors: device.mirror.cursors() });
  for (const { id: conv } of synced?.ok ? crowd.placesOf(device.person) : [])
    history.write({ f: "unread", user, conv, source: "sync", count: (synced?.ok && synced.data.unreadCounts[conv]) || 0 });
};

/** Every count that a device was told last is what a recount gives. */
const badgesAgree = async (crowd: Crowd, finals: Map<string, Row[]>): Promise<boolean> => {
  const reads = createReads(crowd);
  const marks = new Map(await Promise.all(crowd.places.map(async ({ id }) => [id, await reads.marks(id)] as const)));
  const recount = (conv: string, { key, id }: FaultPerson): number => {
    const read = marks.get(conv)?.find(({ user_id }) => user_id === id)?.read_seq ?? 0;
    return (finals.get(conv) ?? []).filter(({ seq, sender }) => seq > read && sender !== key).length;
  };
  return crowd.devices.every(({ badges, person }) => [...badges].every(([conv, { count }]) => count === recount(conv, person)));
};

/** Waits until all is settled and everybody had time to hold it, and writes down how it is in the end. */
export const readFinally = async (
  crowd: Crowd,
  history: History,
  { settleMs, healMs }: typeof PATIENCE = crowd.isSpread ? SPREAD : PATIENCE,
): Promise<void> => {
  const reads = createReads(crowd);
  await untilSo(() => crowd.devices.every(({ outbox }) => outbox.waiting() === 0), settleMs);
  history.write({ f: "heal" });
  const finals = new Map(await Promise.all(crowd.places.map(async ({ id }) => [id, await reads.stored(id)] as const)));
  const present = crowd.devices.flatMap((device) =>
    crowd.placesOf(device.person).map(({ id }) => ({ device, conv: id, last: finals.get(id)?.at(-1)?.seq ?? 0 })),
  );
  await untilSo(() => present.every(({ device, conv, last }) => device.mirror.top(conv) >= last), healMs);
  // A mark that is still under way would move between the reads.
  await untilSo(() => crowd.devices.every((device) => device.isQuiet()), healMs);
  await untilSo(() => badgesAgree(crowd, finals), BADGE_MS);

  for (const [conv, rows] of finals) history.write({ f: "final", conv, rows });
  for (const { id: conv } of crowd.places) {
    for (const { user_id, delivered_seq: delivered, read_seq: read } of await reads.marks(conv)) {
      const user = crowd.people.find(({ id }) => id === user_id)?.key ?? user_id;
      history.write({ f: "marks", user, conv, delivered, read });
    }
  }
  for (const { device, conv } of present) {
    const { user, device: name, mirror, badges } = device;
    const rows = mirror.held(conv).map(({ seq, msgId, hash }) => ({ seq, msgId, hash }));
    history.write({ f: "held", user, device: name, conv, rows });
    const badge = badges.get(conv);
    if (badge !== undefined) history.write({ f: "unread", user, conv, source: "badge", count: badge.count });
  }
  for (const person of crowd.people) {
    const device = crowd.devices.find(({ user }) => user === person.key);
    if (!device) continue;
    for (const { id } of crowd.placesOf(person))
      history.write({ f: "read", user: person.key, conv: id, rows: await reads.read(device, id) });
    await writeCounts(crowd, device, history);
  }
};
