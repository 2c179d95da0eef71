"use client";

import { useState } from "react";
import type { ErrorCode } from "#lib/contract/errors.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { asApiError } from "./api.ts";
import { uploadPhoto } from "./upload-photo.ts";

/** A photo on its way: the share that has arrived, 0 to 1, or why it was refused. */
export type PhotoUpload = { key: string; name: string; share: number; error: ErrorCode | null };

/** Uploads photos one after the other, so that they arrive in the order in which they were chosen. */
export const usePhotoUploads = (listingId: string, onDone: (home: OwnListing) => void) => {
  const [uploads, setUploads] = useState<readonly PhotoUpload[]>([]);
  const update = (key: string, change: Partial<PhotoUpload>): void =>
    setUploads((known) => known.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const drop = (key: string): void => setUploads((known) => known.filter((upload) => upload.key !== key));

  const uploadOne = async (key: string, file: File): Promise<void> => {
    try {
      onDone(await uploadPhoto({ listingId, file, onProgress: (share) => update(key, { share }) }));
      drop(key);
    } catch (error) {
      update(key, { error: asApiError(error).code });
    }
  };

  const add = async (files: readonly File[]): Promise<void> => {
    const queued = files.map((file) => ({ file, key: crypto.randomUUID() }));
    const fresh = queued.map(({ file, key }) => ({ key, name: file.name, share: 0, error: null }));
    setUploads((known) => [...known.filter(({ error }) => error === null), ...fresh]);
    for (const { key, file } of queued) await uploadOne(key, file);
  };

  return { uploads, add, drop };
};
