import { directKey } from "#lib/domain/conversations/direct-key.ts";
import { addDays } from "./calendar.ts";
import type { ThreadPlan } from "./content/threads.ts";
import type { Utterance } from "./conversation.ts";
import type { Random } from "./random.ts";
import { type Receipts, receiptsOf } from "./receipts.ts";
import type { ConversationRow, ConversationRows, MessageRow, ParticipantRow } from "./rows.ts";
import type { Side } from "./scene.ts";

type Told = {
  told: Utterance[];
  userIds: readonly [string, string];
  listingId: string | null;
  ends: ThreadPlan["ends"];
  marks: ThreadPlan["marks"];
};
type Deps = { now: Date; makeId: (at: Date) => string; random: Random };

/** It is opened a little before the first words. */
const OPENED_MS = 20_000;

const conversationRow = ({ told, userIds, listingId }: Told, { now, makeId }: Deps): ConversationRow => {
  const createdAt = new Date((told[0]?.at ?? now).getTime() - OPENED_MS);
  return {
    id: makeId(createdAt),
    kind: "direct",
    directKey: directKey(userIds, listingId),
    listingId,
    lastSeq: told.length,
    rev: told.length,
    activeAt: told.at(-1)?.at ?? createdAt,
    createdAt,
  };
};

const messageRows = (conversationId: string, { told, userIds }: Told, { makeId }: Deps): MessageRow[] =>
  told.map(({ seq, by, text, at, repliesTo }) => ({
    conversationId,
    seq,
    id: makeId(at),
    rev: seq,
    senderId: userIds[by],
    kind: "text",
    content: text,
    replyToSeq: repliesTo,
    createdAt: at,
  }));

const participantRow = (
  side: Side,
  row: ConversationRow,
  { told, userIds, marks }: Told,
  receipts: Receipts,
  now: Date,
): ParticipantRow => {
  const own = marks?.find((mark) => mark.side === side);
  return {
    conversationId: row.id,
    userId: userIds[side],
    ...receipts.marks,
    shownDeliveredSeq: receipts.marks.deliveredSeq,
    shownReadSeq: receipts.marks.readSeq,
    sentSeq: told.findLast(({ by }) => by === side)?.seq ?? 0,
    pinned: own?.pinned ?? false,
    archived: own?.archived ?? false,
    mutedUntil: own?.mutedDays === undefined ? null : addDays(now, own.mutedDays),
    joinedAt: row.createdAt ?? now,
  };
};

const SIDES: Side[] = [0, 1];

/** The rows of one conversation, with the watermarks of both and how they came there. */
export const conversationRows = (story: Told, deps: Deps): ConversationRows => {
  const row = conversationRow(story, deps);
  const receipts = SIDES.map((side) => ({ side, ...receiptsOf(side, story.told, story.ends, deps.now, deps.random) }));
  return {
    conversations: [row],
    participants: receipts.map((of) => participantRow(of.side, row, story, of, deps.now)),
    messages: messageRows(row.id, story, deps),
    receiptMoves: receipts.flatMap(({ side, moves }) =>
      moves.map((move) => ({ conversationId: row.id, userId: story.userIds[side], ...move })),
    ),
  };
};
