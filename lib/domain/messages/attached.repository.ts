import { and, asc, eq, inArray } from "drizzle-orm";
import type { Attachment } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { attachments } from "#lib/db/schema/index.ts";
import type { JobQueue } from "../ports.ts";
import type { UploadFact } from "./attached.policy.ts";

const shown = ({ kind, contentType, byteSize, ...row }: typeof attachments.$inferSelect): Attachment | undefined => {
  if (kind === null || contentType === null || byteSize === null) return undefined;
  const { id, name, width, height, durationMs, placeholder } = row;
  return { id, kind, name, contentType, byteSize, width, height, durationMs, placeholder };
};

/** Uploads by id, held still until the transaction ends: none is taken back while it is sent. */
export const lockUploads = async (db: Db, ids: string[]): Promise<Map<string, UploadFact>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(attachments)
    .where(inArray(attachments.id, ids))
    .orderBy(asc(attachments.id))
    .for("no key update");
  return new Map(
    rows.map((row) => [
      row.id,
      {
        uploaderId: row.uploaderId,
        conversationId: row.conversationId,
        messageId: row.messageId,
        isSent: row.state === "sent",
        attachment: shown(row),
      },
    ]),
  );
};

/** A message that is written, or waits, and its files. */
export type Attached = { messageId: string; ids: string[]; state: "sent" | "held" };

/** Gives files to their messages. Lock them first. */
export const attach = async (db: Db, attached: Attached[]): Promise<void> => {
  for (const { messageId, ids, state } of attached) {
    await db.update(attachments).set({ messageId, state }).where(inArray(attachments.id, ids));
  }
};

type Place = { conversationId: string; messageId: string };

/** Forgets the files of a message that is deleted; they are removed once that is committed. */
export const dropAttached = async (db: Db, jobs: JobQueue, { conversationId, messageId }: Place): Promise<void> => {
  const rows = await db
    .delete(attachments)
    .where(and(eq(attachments.conversationId, conversationId), eq(attachments.messageId, messageId)))
    .returning({ id: attachments.id });
  if (rows.length > 0) await jobs.add(db, "attachment:remove", { ids: rows.map(({ id }) => id) });
};
