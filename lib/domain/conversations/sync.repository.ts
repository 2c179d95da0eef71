import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Holding } from "#lib/contract/fingerprint.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Cursors } from "#lib/contract/session.ts";
import type { Db } from "#lib/db/client.ts";
import { conversations, messages, participants } from "#lib/db/schema/index.ts";
import { fineCount } from "./fine.sql.ts";
import { isMentioned } from "./mentioned.sql.ts";
import { mutedUntilNow } from "./muted.sql.ts";
import { unreadCount } from "./unread.sql.ts";

/** Who asks, and which conversations they name with the revision that they hold of each. */
export type Asked = { userId: string; cursors: Cursors };

/** `joinedSeq`: since when the person is in it; `hiddenSeq`: after what they see it. */
export type Standing = { id: string; rev: number; lastSeq: number; joinedSeq: number; hiddenSeq: number };

/** What somebody is in: of what they name, of what else there is (the newest activity first), and what of the named they have left. */
export type Standings = { named: Standing[]; unnamed: Standing[]; left: string[] };

type StandingRow = {
  asked: number;
  part: keyof Standings;
  id: string;
  rev: number;
  last_seq: number;
  joined_seq: number;
  hidden_seq: number;
};

/**
 * Where each of those who ask stands, with at most `limit` conversations that they do not name. Of what somebody names and was never
 * in nothing is said.
 */
export const findStandings = async (db: Db, asked: Asked[], limit: number): Promise<Standings[]> => {
  const userIds = sql.param(asked.map(({ userId }) => userId));
  // An array of arrays must not be ragged: each list is a text of its own.
  const named = sql.param(asked.map(({ cursors }) => `{${Object.keys(cursors).join(",")}}`));
  const rows = await db.execute<StandingRow>(sql`
    with asked as materialized (select user_id, named::uuid[] as named, place::int as place
      from unnest(${userIds}::uuid[], ${named}::text[]) with ordinality as asked (user_id, named, place))
    select asked.place - 1 as asked, case when p.left_seq is null then 'named' else 'left' end as part, c.id, c.rev, c.last_seq,
        p.joined_seq, p.hidden_seq, 0 as position
      from asked cross join lateral unnest(asked.named) as wanted (id)
      join ${participants} p on p.conversation_id = wanted.id and p.user_id = asked.user_id
      join ${conversations} c on c.id = wanted.id
    union all
    select asked.place - 1, 'unnamed', newest.* from asked cross join lateral (
      select c.id, c.rev, c.last_seq, p.joined_seq, p.hidden_seq, row_number() over (order by c.active_at desc, c.id desc) as position
        from ${participants} p join ${conversations} c on c.id = p.conversation_id
        where p.user_id = asked.user_id and p.left_seq is null
          and not exists (select from unnest(asked.named) as wanted (id) where wanted.id = p.conversation_id)
        order by c.active_at desc, c.id desc limit ${limit}) newest
    order by position`);
  const found = asked.map((): Standings => ({ named: [], unnamed: [], left: [] }));
  for (const row of rows) {
    const { named: active, unnamed, left } = found[row.asked] ?? { named: [], unnamed: [], left: [] };
    const standing = { id: row.id, rev: row.rev, lastSeq: row.last_seq, joinedSeq: row.joined_seq, hiddenSeq: row.hidden_seq };
    if (row.part === "left") left.push(row.id);
    else (row.part === "named" ? active : unnamed).push(standing);
  }
  return found;
};

/** A conversation and the line in it that says that somebody has joined it. */
type Joined = Pick<Standing, "id" | "joinedSeq">;
const joinedKey = ({ id, joinedSeq }: Joined): string => `${id} ${joinedSeq}`;

/**
 * The revisions at which people have joined these conversations anew: what a client holds of before is of an earlier time in it. The line
 * that says so comes first of all that is said with them in it, and never changes.
 */
export const findJoins = async (db: Db, joined: Joined[]): Promise<(standing: Joined) => number> => {
  if (joined.length === 0) return () => 0;
  const rows = await db
    .select({ id: messages.conversationId, seq: messages.seq, rev: messages.rev })
    .from(messages)
    .where(
      and(
        eq(messages.kind, "system"),
        sql`(${messages.conversationId}, ${messages.seq}) in (select * from unnest(
          ${sql.param(joined.map(({ id }) => id))}::uuid[], ${sql.param(joined.map(({ joinedSeq }) => joinedSeq + 1))}::int[]))`,
      ),
    );
  const revs = new Map(rows.map(({ id, seq, rev }) => [joinedKey({ id, joinedSeq: seq - 1 }), rev]));
  return (standing) => revs.get(joinedKey(standing)) ?? 0;
};

export type HeldRow = Omit<Holding, "participants" | "blocked" | "mutedUntil" | "fine" | "pictureUrl" | "openHistory"> & {
  pictureId: string | null;
  openHistory: boolean;
  kind: ConversationSummary["kind"];
  mutedUntil: Date | null;
  fineCount: number;
};

const own = alias(participants, "own");
const recent = alias(conversations, "recent");

/** What a check compares of the newest and of the named conversations of a person, but for what their members say of it. */
export const findHeld = (db: Db, userId: string, named: string[]): Promise<HeldRow[]> => {
  const newest = db
    .select({ id: recent.id })
    .from(own)
    .innerJoin(recent, eq(recent.id, own.conversationId))
    .where(and(eq(own.userId, userId), isNull(own.leftSeq)))
    .orderBy(desc(recent.activeAt), desc(recent.id))
    .limit(limits.checkedConversations);
  return db
    .select({
      id: conversations.id,
      rev: conversations.rev,
      title: conversations.title,
      pictureId: conversations.pictureId,
      openHistory: conversations.openHistory,
      unreadCount,
      mentioned: isMentioned,
      pinned: participants.pinned,
      archived: participants.archived,
      markedUnread: participants.markedUnread,
      kind: conversations.kind,
      mutedUntil: mutedUntilNow,
      fineCount,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(
      and(
        eq(participants.userId, userId),
        isNull(participants.leftSeq),
        or(inArray(conversations.id, newest), named.length > 0 ? inArray(conversations.id, named) : undefined),
      ),
    );
};
