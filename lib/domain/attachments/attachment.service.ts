import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { BlobStore } from "../ports.ts";
import { findShownFile } from "./attachment.reader.ts";
import { keyOf, type Variant } from "./file-keys.ts";

type Deps = { database: Database; blobs: BlobStore };

/** A file as it is handed out. */
export type OpenFile = {
  name: string;
  contentType: string;
  /** May be looked at where it is; everything else is only ever kept. */
  isShown: boolean;
  key: string;
};

/** Files of messages, for those who see their message. */
export const createAttachmentService = ({ database, blobs }: Deps) => ({
  /** Whether one may read it is asked each time. @throws {Failure} not_found, whether there is none or it is not for them */
  find: async (actor: Actor, id: string, variant: Variant): Promise<OpenFile> => {
    const found = await database.read((db) => findShownFile(db, actor, id));
    if (!found || (variant === "thumbnail" && found.kind !== "image")) throw fail("not_found");
    const { name, kind, contentType } = found;
    return { name, contentType, isShown: kind !== "file", key: keyOf(id, variant) };
  },

  size: blobs.size,
  open: blobs.open,
});
