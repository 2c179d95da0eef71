import type { AttachmentCopies } from "#lib/contract/attachments.ts";
import type { Attachment } from "#lib/contract/messages.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { BlobStore, FileScanner, NewId } from "../ports.ts";
import { createTurns } from "../turns.ts";
import { findSeen } from "./copy.repository.ts";
import { keyOf, keysOf, type Variant } from "./file-keys.ts";
import { refusalOfUpload } from "./upload.policy.ts";
import { deleteUnsent, type Found, insertUpload, lockWriter, settleUpload, type UploadRow } from "./upload.repository.ts";

type Deps = {
  database: Database;
  blobs: BlobStore;
  scanner: FileScanner;
  freeBytes: () => Promise<number>;
  newId: NewId;
};
/** What is copied, and what becomes of it. */
type Copy = { id: string; from: UploadRow; found: Found };

/** What was found in a file that is sent. */
const foundIn = ({ name, kind, contentType, byteSize, width, height, placeholder }: UploadRow): Found => {
  if (kind === null || contentType === null || byteSize === null) throw fail("internal");
  return { name, kind, contentType, byteSize, width, height, placeholder };
};

const shown = ({ id, from: { durationMs }, found }: Copy): Attachment => ({ ...found, id, durationMs });

/** Files of messages once more, for people of another conversation: as if they were uploaded there, without their way through the line. */
export const createCopyService = ({ database, blobs, scanner, freeBytes, newId }: Deps) => {
  const turns = createTurns();

  const read = async (key: string): Promise<Uint8Array> => {
    const blob = await blobs.open(key);
    // Taken away while it was on its way.
    if (!blob) throw fail("not_found");
    const chunks: Uint8Array[] = [];
    for await (const chunk of blob.chunks) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  const put = async (variant: Variant, { id, from }: Copy): Promise<void> => {
    const bytes = await read(keyOf(from.id, variant));
    if (variant === "file" && !(await scanner.isClean(bytes)))
      throw fail("content_rejected", { message: "Something harmful was found in this file.", details: { reason: "harmful" } });
    await blobs.put(keyOf(id, variant), bytes);
  };

  /** A file is in memory while it is copied: one is at once. What was harmless when it came may be known by now. */
  const fill = (copy: Copy): Promise<void> =>
    turns.take("copies", async () => {
      await put("file", copy);
      if (copy.found.kind === "image") await put("thumbnail", copy);
      if (!(await database.write((db) => settleUpload(db, copy.id, copy.found)))) throw fail("not_found");
    });

  const drop = async ({ id }: Copy): Promise<void> => {
    await database.write((db) => deleteUnsent(db, id));
    await blobs.remove(keysOf(id));
  };

  const begin = async ({ userId }: Actor, conversationId: string, copies: Copy[]): Promise<void> => {
    let free = await freeBytes();
    await database.write(async (db) => {
      for (const { id, from, found } of copies) {
        const refusal = refusalOfUpload(await lockWriter(db, userId, conversationId), found.byteSize, free);
        if (refusal) throw refusal;
        const { name, byteSize: length } = found;
        await insertUpload(db, { id, conversationId, uploaderId: userId, name, length, durationMs: from.durationMs });
        free -= length;
      }
    });
  };

  return {
    /**
     * Files that the actor sees elsewhere, as uploads of theirs in a conversation: ready to be sent, and forgotten when they are not.
     * All of them, in their order, or none.
     * @throws {Failure} not_found, not_participant, suspended, blocked, conflict over a quota, content_rejected, unavailable
     */
    copy: async (actor: Actor, { conversationId, attachmentIds }: AttachmentCopies): Promise<{ attachments: Attachment[] }> => {
      const seen = await database.read((db) => findSeen(db, actor.userId, attachmentIds));
      const copies = attachmentIds.map((attachmentId): Copy => {
        const from = seen.get(attachmentId);
        if (!from) throw fail("not_found");
        return { id: newId(), from, found: foundIn(from) };
      });
      await begin(actor, conversationId, copies);
      try {
        for (const copy of copies) await fill(copy);
      } catch (error) {
        await Promise.all(copies.map(drop));
        throw error;
      }
      return { attachments: copies.map(shown) };
    },
  };
};
