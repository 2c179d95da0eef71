import { and, eq, inArray, isNull } from "drizzle-orm";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Db } from "#lib/db/client.ts";
import { participants, preferences } from "#lib/db/schema/index.ts";
import { findBySeqs } from "../messages/message.reader.ts";
import { presentConversation } from "./conversation.presenter.ts";
import { participantFor, participantsIn, viewRows } from "./conversation.reader.ts";

/** Those of these people who share no read receipts, and so see nobody's. */
const reservedAmong = async (db: Db, userIds: string[]): Promise<Set<string>> => {
  const rows = await db
    .select({ userId: preferences.userId })
    .from(preferences)
    .where(and(inArray(preferences.userId, userIds), eq(preferences.readReceipts, false)));
  return new Set(rows.map(({ userId }) => userId));
};

const NOBODY: ReadonlySet<string> = new Set();

/** A group as each of its members sees it, in as few queries for two hundred as for one. */
export const findViews = async (db: Db, id: string): Promise<Map<string, ConversationSummary>> => {
  const [rows, people] = await Promise.all([
    viewRows(db).where(and(eq(participants.conversationId, id), isNull(participants.leftSeq))),
    participantsIn(db, [id]),
  ]);
  const [first] = rows;
  if (!first) return new Map();
  const [reserved, [newest]] = await Promise.all([
    reservedAmong(
      db,
      rows.map(({ viewerId }) => viewerId),
    ),
    findBySeqs(db, [{ conversationId: id, seq: first.lastSeq }]),
  ]);
  return new Map(
    rows.map((row) => {
      const viewer = { userId: row.viewerId, sharesReceipts: !reserved.has(row.viewerId) };
      const lastMessage = newest && row.lastSeq > row.hiddenSeq ? newest : null;
      const seen = people.map((person) => participantFor(viewer, person));
      return [row.viewerId, presentConversation(row, { participants: seen, lastMessage, blocked: NOBODY })];
    }),
  );
};
