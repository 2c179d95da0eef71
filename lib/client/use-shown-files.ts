"use client";

import { useMemo } from "react";
import type { MessageRow } from "./message-rows.ts";
import type { WaitingFile } from "./outbox-entry.ts";
import { ownPicture } from "./own-pictures.ts";
import { usePage } from "./realtime-context.ts";

/** A file as it is shown: of a stored message, or of one on its way out. */
export type ShownFile = Omit<WaitingFile, "attachmentId"> & {
  placeholder: string | null;
  /** Where all of it is; null while only another tab has it. */
  source: string | null;
  /** Of a picture: the small one that stands among the messages. */
  thumbnail: string | null;
};

const addressOf = (id: string): string => `/api/attachments/${id}`;

/** The files of a row, in their order. */
export const useShownFiles = ({ attachments, files, key }: MessageRow): readonly ShownFile[] => {
  const uploads = usePage((state) => state.uploads);
  const own = useMemo(
    () => (files.length > 0 ? uploads.filter(({ messageId }) => messageId === key) : []),
    [files, uploads, key],
  );
  return useMemo(() => {
    if (files.length === 0)
      return attachments.map(({ id, contentType: _, ...file }) => {
        const source = addressOf(id);
        const kept = file.kind === "image" ? ownPicture(id) : undefined;
        return { ...file, key: id, source, thumbnail: kept ?? `${source}/thumbnail` };
      });
    return files.map(({ attachmentId, ...file }) => {
      const upload = own.find((one) => one.key === file.key);
      const source = upload?.url ?? (attachmentId && addressOf(attachmentId));
      const { width, height } = file.width === null && upload ? upload : file;
      return { ...file, width, height, placeholder: null, source, thumbnail: source };
    });
  }, [attachments, files, own]);
};
