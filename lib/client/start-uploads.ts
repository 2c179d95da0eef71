import { v7 as uuidv7 } from "uuid";
import type { Outbox } from "./outbox.ts";
import type { PageStore } from "./page-store.ts";
import { dropFile, transferFile } from "./transfer-file.ts";
import { createUploadDisk } from "./upload-disk.ts";
import { takeUpload } from "./upload-lock.ts";
import { createUploads } from "./uploads.ts";

const measure = async (url: string) => {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return null;
  }
};

type Given = { userId: string; page: PageStore; outbox: Outbox; ready: Promise<void> };

/** The files of one person's messages in this tab. It comes with the first of them, or with what was left behind. */
export const startUploads = ({ userId, page, outbox, ready }: Given) => {
  const uploads = createUploads({
    page,
    outbox,
    disk: createUploadDisk(userId),
    transfer: transferFile,
    drop: dropFile,
    take: takeUpload,
    measure,
    newKey: uuidv7,
  });
  const stopWatching = page.subscribe((state, before) => {
    if (state.outbox !== before.outbox) uploads.look();
    if (state.connection === "online" && before.connection !== "online") uploads.wake();
  });
  window.addEventListener("online", uploads.wake);
  void uploads.start(ready);
  return {
    ...uploads,
    stop: (): void => {
      stopWatching();
      window.removeEventListener("online", uploads.wake);
      uploads.stop();
    },
  };
};
