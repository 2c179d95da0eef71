import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { attachments, heldMessages, messages, participants, reports } from "#lib/db/schema/index.ts";
import { isModerator } from "../accounts/moderator.policy.ts";
import type { Actor } from "../actor.ts";

const isIn = (userId: string) => sql`exists (select from ${participants} p where p.conversation_id = ${attachments.conversationId}
  and p.user_id = ${userId} and p.left_seq is null)`;

/** Before it is sent, and while its message waits, it is its uploader's alone. */
const isOwnUnsent = (userId: string) =>
  sql`(${attachments.state} in ('ready', 'held') and ${attachments.uploaderId} = ${userId} and ${isIn(userId)})`;

const isSeen = (userId: string) => sql`exists (select from ${messages} m
  join ${participants} p on p.conversation_id = m.conversation_id and p.user_id = ${userId} and p.left_seq is null
  where ${attachments.state} = 'sent' and m.conversation_id = ${attachments.conversationId} and m.id = ${attachments.messageId}
    and m.deleted_at is null and m.seq > p.hidden_seq)`;

/** What somebody has reported, to those who decide; what waits likewise. Nobody decides on what is their own. */
const isToDecide = (userId: string) => sql`(
  exists (select from ${reports} r where r.conversation_id = ${attachments.conversationId}
    and r.reporter_id <> ${userId} and r.reported_id <> ${userId}
    and r.evidence @> jsonb_build_array(jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('id', ${attachments.id})))))
  or (not ${isIn(userId)} and exists (select from ${heldMessages} h where h.conversation_id = ${attachments.conversationId}
    and h.id = ${attachments.messageId} and h.state = 'waiting')))`;

export type ShownFile = { id: string; name: string; kind: string; contentType: string };

/** A file, if somebody may read it now. */
export const findShownFile = async (db: Db, { userId, role }: Actor, id: string): Promise<ShownFile | undefined> => {
  const decides = isModerator(role) ? sql` or ${isToDecide(userId)}` : sql``;
  const [row] = await db
    .select({ id: attachments.id, name: attachments.name, kind: attachments.kind, contentType: attachments.contentType })
    .from(attachments)
    .where(and(eq(attachments.id, id), sql`(${isOwnUnsent(userId)} or ${isSeen(userId)}${decides})`));
  if (!row?.kind || !row.contentType) return undefined;
  return { ...row, kind: row.kind, contentType: row.contentType };
};
