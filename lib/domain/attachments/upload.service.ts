import type { UploadMetadata } from "#lib/contract/attachments.ts";
import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail, isFailure } from "../fail.ts";
import type { BlobStore, FileScanner, JobQueue, NewId, PartialFiles, Pictures } from "../ports.ts";
import { createTurns } from "../turns.ts";
import { judgeFile } from "./file.policy.ts";
import { keyOf, keysOf } from "./file-keys.ts";
import { refusalOfUpload } from "./upload.policy.ts";
import * as uploads from "./upload.repository.ts";

type Deps = {
  database: Database;
  blobs: BlobStore;
  parts: PartialFiles;
  pictures: Pictures;
  scanner: FileScanner;
  jobs: JobQueue;
  freeBytes: () => Promise<number>;
  newId: NewId;
};

/** How far a file has come. */
export type UploadState = { id: string; length: number; offset: number; createdAt: Date };

const LANES = 3;

/** What makes no sense to try again: the file is at fault. */
const isVerdict = (error: unknown): boolean => isFailure(error) && ["content_rejected", "validation_failed"].includes(error.code);

/** Files of messages, from the first byte until they are sent. */
export const createUploadService = (deps: Deps) => {
  const { database, blobs, parts, pictures, scanner, jobs, freeBytes, newId } = deps;
  const finishing = new Map<string, Promise<void>>();
  const turns = createTurns();
  /** A file is in memory while it is looked at: so many are at once, and the others wait. */
  const lane = (id: string): string => `files ${Number.parseInt(id.slice(-1), 16) % LANES}`;

  const load = async (id: string): Promise<uploads.UploadRow> => {
    const row = await database.read((db) => uploads.findUpload(db, id));
    if (!row) throw fail("not_found");
    return row;
  };

  const keepPicture = async (id: string, bytes: Uint8Array) => {
    const { full, small, width, height, placeholder } = await pictures.attach(bytes);
    await blobs.put(keyOf(id, "thumbnail"), small);
    await blobs.put(keyOf(id, "file"), full);
    return { contentType: "image/webp", byteSize: full.byteLength, width, height, placeholder };
  };

  const keepAsItIs = async (id: string, bytes: Uint8Array, contentType: string) => {
    await blobs.put(keyOf(id, "file"), bytes);
    return { contentType, byteSize: bytes.byteLength, width: null, height: null, placeholder: null };
  };

  const keep = async ({ id, name: given }: uploads.UploadRow): Promise<uploads.Found> => {
    const bytes = await parts.read(id);
    if (!(await scanner.isClean(bytes)))
      throw fail("content_rejected", { message: "Something harmful was found in this file.", details: { reason: "harmful" } });
    const { kind, contentType, name } = await judgeFile(bytes, given);
    const kept = kind === "image" ? await keepPicture(id, bytes) : await keepAsItIs(id, bytes, contentType);
    return { kind, name, ...kept };
  };

  /** The row first: what cannot be found any more is only a matter of room. */
  const drop = async (id: string): Promise<boolean> => {
    const isGone = await database.write((db) => uploads.deleteUnsent(db, id));
    if (isGone) await Promise.all([parts.remove([id]), blobs.remove(keysOf(id))]);
    return isGone;
  };

  const look = async (row: uploads.UploadRow): Promise<void> => {
    const found = await keep(row).catch(async (error: unknown) => {
      if (isVerdict(error)) await drop(row.id);
      throw error;
    });
    const isKept = await database.write((db) => uploads.settleUpload(db, row.id, found));
    if (!isKept) await blobs.remove(keysOf(row.id));
    await parts.remove([row.id]);
    if (!isKept) throw fail("not_found");
  };

  /**
   * Looks at a file of which the last byte is there, once, however often it is asked for.
   * @throws {Failure} content_rejected and validation_failed, and it is gone; unavailable, and it can be asked for again
   */
  const finish = (row: uploads.UploadRow): Promise<void> => {
    if (row.state !== "uploading") return Promise.resolve();
    const running = finishing.get(row.id) ?? turns.take(lane(row.id), () => look(row)).finally(() => finishing.delete(row.id));
    finishing.set(row.id, running);
    return running;
  };

  const stateOf = async ({ id, state, length, createdAt }: uploads.UploadRow): Promise<UploadState> => {
    const offset = state === "uploading" ? await parts.size(id) : length;
    if (offset === undefined) throw fail("not_found");
    return { id, length, offset, createdAt };
  };

  /** Forgets what was begun and not sent in time. Doing it twice does nothing more. */
  const forgetStale = async (): Promise<void> => {
    const forgotten = await database.write(async (db) => {
      const ids = await uploads.deleteStale(db);
      if (ids.length > 0) await jobs.add(db, "attachment:remove", { ids });
      return ids.length;
    });
    if (forgotten === uploads.SWEPT_MOST) await forgetStale();
  };

  return {
    /** @throws {Failure} not_participant, suspended, blocked, too_large, conflict over a quota, unavailable without room */
    create: async (
      { userId }: Actor,
      { filename, conversationId, durationMs }: UploadMetadata,
      length: number,
    ): Promise<string> => {
      const id = newId();
      const free = await freeBytes();
      await database.write(async (db) => {
        const refusal = refusalOfUpload(await uploads.lockWriter(db, userId, conversationId), length, free);
        if (refusal) throw refusal;
        const upload = { id, conversationId, uploaderId: userId, name: filename, length, durationMs: durationMs ?? null };
        await uploads.insertUpload(db, upload);
      });
      await parts.create(id).catch(async (error: unknown) => {
        await drop(id);
        throw error;
      });
      return id;
    },

    /** @throws {Failure} not_found for anybody but who has begun it */
    assertOwn: async ({ userId }: Actor, id: string): Promise<void> => {
      if ((await load(id)).uploaderId !== userId) throw fail("not_found");
    },

    /**
     * How far it has come. Where the last answer was lost, it is looked at here: what is told to be whole is taken.
     * @throws {Failure} not_found, content_rejected, validation_failed, unavailable
     */
    state: async (id: string): Promise<UploadState> => {
      const row = await load(id);
      const state = await stateOf(row);
      if (state.offset === state.length) await finish(row);
      return state;
    },

    /** Resolves to how much is there. @throws {Failure} not_found, unavailable */
    append: async (id: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
      const row = await load(id);
      return row.state === "uploading" ? parts.append(id, offset, chunks) : row.length;
    },

    finish: async (id: string): Promise<void> => finish(await load(id)),

    /** @throws {Failure} conflict when it is sent */
    remove: async (id: string): Promise<void> => {
      if (!(await drop(id))) throw fail("conflict", { message: "This file is sent. Delete its message instead." });
    },

    forgetStale,

    /** Removes the files of what is no more. */
    removeFiles: async ({ ids }: JobPayload<"attachment:remove">): Promise<void> => {
      await parts.remove(ids);
      await blobs.remove(ids.flatMap(keysOf));
    },
  };
};
export type UploadService = ReturnType<typeof createUploadService>;
