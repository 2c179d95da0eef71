import type { Edit } from "./plant.ts";

const SENDER = "lib/domain/messages/message.sender.ts";
const POLICY = "lib/domain/messages/send.policy.ts";
const READER = "lib/domain/messages/message.reader.ts";
const MESSAGES = "lib/domain/messages/message.service.ts";
const MARKS = "lib/domain/messages/receipt.repository.ts";
const UNREAD = "lib/domain/conversations/unread.announcer.ts";
const SYNC = "lib/domain/conversations/sync.service.ts";
const SYNC_ROWS = "lib/domain/conversations/sync.repository.ts";
const SUMMARIES = "lib/domain/conversations/conversation.reader.ts";
const CLOSING = "lib/server/socket/close-room.ts";

/** What must happen in a run for the bug to show. */
export type Stress = "lifts" | "locks" | "sign-out" | "blocks" | "leaving" | "prying";

export type ServerBug = { name: string; stress?: Stress; edits: Edit[] };

/** Mistakes that somebody could make in the server, each of which the checker must find. */
export const serverBugs: ServerBug[] = [
  {
    name: "acknowledged before the commit",
    edits: [
      {
        file: SENDER,
        find: "  const { done, ...stored } = await transact(async (db) => {",
        replace: `  return new Promise((answer, refuse) => {
    transact(async (db) => {`,
      },
      {
        file: SENDER,
        find: "    return { plan, ...written };\n  });\n  await done;\n  return stored;",
        replace: `    answer({ plan, ...written });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }).catch(refuse);
  });`,
      },
    ],
  },
  {
    name: "a repeat is stored again",
    edits: [
      {
        file: POLICY,
        find: "sends.map((send) => planOne(batch, send, judge));",
        replace: `sends.map((given) => {
    const { input } = given;
    const isRepeat = batch.stored.has(messageKey(input.conversationId, input.messageId));
    const send = isRepeat ? { ...given, input: { ...input, messageId: crypto.randomUUID() } } : given;
    return planOne(batch, send, judge);
  });`,
      },
    ],
  },
  {
    name: "a repeat is refused",
    edits: [
      {
        file: POLICY,
        find: "  if (known?.senderId === actor.userId) return",
        replace: "  if (known && known.senderId !== actor.userId) return",
      },
    ],
  },
  {
    name: "seq from a sequence that leaves gaps",
    edits: [
      {
        file: POLICY,
        find: "  lastSeq: head.lastSeq + 1,",
        replace: "  lastSeq: head.lastSeq + (Math.random() < 0.2 ? 2 : 1),",
      },
    ],
  },
  {
    name: "unread counted up, beside the transaction",
    edits: [
      {
        file: UNREAD,
        find: "unreadCount: unread,",
        replace:
          "unreadCount: ((globalThis.counted ??= {})[userId + conversationId] = (globalThis.counted[userId + conversationId] ?? 0) + 1),",
      },
    ],
  },
  {
    name: "a read mark may fall",
    edits: [
      {
        file: MARKS,
        find: "greatest(m.read_seq, least(",
        replace: "greatest(0, least(",
      },
    ],
  },
  {
    name: "told before the commit",
    edits: [
      {
        file: SENDER,
        find: 'const write = async ({ jobs, content }: Deps, transact: Database["write"], sends: Send[]): Promise<Stored> =>',
        replace:
          'const write = async ({ jobs, content }: Deps, transact: Database["write"], sends: Send[], announce: (stored: Stored) => void): Promise<Stored> =>',
      },
      { file: SENDER, find: "await write(deps, transact, sends);", replace: "await write(deps, transact, sends, announce);" },
      { file: SENDER, find: "    announce(stored);", replace: "" },
      {
        file: SENDER,
        find: "    return { plan, ...written };",
        replace: `    announce({ plan, ...written });
    await new Promise((resolve) => setTimeout(resolve, 60));
    return { plan, ...written };`,
      },
    ],
  },
  {
    name: "a wide gap is dropped at the resume",
    stress: "lifts",
    edits: [
      {
        file: SYNC,
        find: "named.filter(({ id, rev }) => rev > (cursors[id] ?? 0));",
        replace: "named.filter(({ id, rev }) => rev > (cursors[id] ?? 0) && rev - (cursors[id] ?? 0) < 3);",
      },
    ],
  },
  {
    name: "a session that has ended keeps its sockets",
    stress: "sign-out",
    edits: [{ file: CLOSING, find: ".disconnectSockets(true)", replace: ".fetchSockets()" }],
  },
  {
    name: "the cursor of a sync is off by one",
    stress: "lifts",
    edits: [{ file: READER, find: "m.rev > wanted.rev and", replace: "m.rev > wanted.rev + 1 and" }],
  },
  {
    name: "a sync for outsiders",
    stress: "prying",
    edits: [
      {
        file: SYNC_ROWS,
        find: "on p.conversation_id = wanted.id and p.user_id = asked.user_id",
        replace: "on p.conversation_id = wanted.id",
      },
      {
        file: SUMMARIES,
        find: `(\${participants.userId}, \${participants.conversationId}) in (select viewer, id from unnest(`,
        replace: `\${participants.conversationId} in (select id from unnest(`,
      },
      { file: SUMMARIES, find: "new Map((seen.get(viewerId) ?? []).map(", replace: "new Map(rows.map(" },
    ],
  },
  {
    name: "history for outsiders",
    stress: "prying",
    edits: [
      {
        file: MESSAGES,
        find: `        if (!membership) throw fail("not_participant");
        const window = { afterSeq: membership.hiddenSeq,`,
        replace: "        const window = { afterSeq: membership?.hiddenSeq ?? 0,",
      },
    ],
  },
  {
    name: "news is told twice",
    edits: [
      {
        file: SENDER,
        find: "for (const { message, actor } of stored.plan.news) {",
        replace: "for (const { message, actor } of [...stored.plan.news, ...stored.plan.news]) {",
      },
    ],
  },
  {
    name: "news out of order",
    edits: [
      {
        file: SENDER,
        find: "for (const { message, actor } of stored.plan.news) {",
        replace: `for (const { message, actor } of stored.plan.news) {
      if (message.seq % 3 === 0) {
        setTimeout(() => publish.toConversation(message.conversationId, "message:received", message), 400);
        continue;
      }`,
      },
    ],
  },
  {
    name: "a block holds for sockets only",
    stress: "blocks",
    edits: [
      {
        file: POLICY,
        find: 'if (head.kind === "direct" && isBlocked)',
        replace: 'if (head.kind === "direct" && isBlocked && actor.socketId !== undefined)',
      },
    ],
  },
];
