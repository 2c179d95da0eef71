import { limits } from "#lib/contract/limits.ts";
import type { Attachment } from "#lib/contract/messages.ts";
import { ApiError } from "./api.ts";
import { freshUpload } from "./fresh-upload.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxEntry, WaitingFile } from "./outbox-entry.ts";
import { keepPicture } from "./own-pictures.ts";
import type { PageStore } from "./page-store.ts";
import type { Transfer } from "./transfer-file.ts";
import { fileOf, standsAt, type Upload } from "./upload.ts";
import type { KeptUpload, UploadDisk } from "./upload-disk.ts";
import type { Release } from "./upload-lock.ts";
import { createUploadQueue } from "./upload-queue.ts";

type Deps = {
  page: PageStore;
  outbox: Pick<Outbox, "add" | "fill" | "fail" | "entries">;
  disk: UploadDisk;
  transfer: Transfer;
  /** Tells the server that nobody is going to send what lies there. */
  drop: (address: string) => void;
  take: (key: string, waits: boolean) => Promise<Release | null>;
  /** The width and height of a picture; null of what is none. */
  measure: (url: string) => Promise<Pick<Attachment, "width" | "height"> | null>;
  newKey: () => string;
  now?: () => number;
};

/** What a file is made of beyond what the page shows. */
type Held = { file: Blob; address: string | null; release: Release | null };

/** So many of those that are too many are named. */
const NAMED = 3;
/** The server keeps what is not sent for a day; a little before that it is uploaded anew. */
const FRESH_MS = 23 * 3_600_000;

/** Why a file does not go out, as the message that waits for it says it. */
const refusalOf = ({ name, error }: Upload): ApiError =>
  new ApiError(error?.code ?? "internal", { message: error?.message ?? "", details: { file: name, why: error?.details } });
const lost = ({ name }: WaitingFile): ApiError => new ApiError("not_found", { details: { file: name, why: "lost" } });
const isAboutFile = ({ error }: OutboxEntry): boolean => Object.hasOwn(Object(error?.details), "file");

/**
 * The files of messages that are not sent yet: chosen, kept, uploaded before anybody presses send, handed to the message that waits for
 * them, and let go of with it. A message names its files by key, and what becomes of both is told by looking at both (`look`): so it
 * comes out the same in whichever order things happen, in whichever tab, and after a stop at any point.
 */
export const createUploads = ({ page, outbox, disk, transfer, drop, take, measure, newKey, now = Date.now }: Deps) => {
  const held = new Map<string, Held>();
  let isReady = false;
  let isStopped = false;
  const asked = new Set<string>();
  const told = new Set<string>();

  const all = (): readonly Upload[] => page.getState().uploads;
  const find = (key: string): Upload | undefined => all().find((upload) => upload.key === key);
  const set = (key: string, change: Partial<Upload>): void =>
    page.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
    }));
  /** What a browser refuses to keep goes on in this tab. */
  const keep = (work: Promise<void>): void => void work.catch(() => undefined);

  const queue = createUploadQueue({
    transfer,
    onChange: (key, change) => {
      set(key, change);
      if (change.attachmentId) keep(disk.change(key, { attachmentId: change.attachmentId }));
      look();
    },
    onAddress: (key, address) => {
      const file = held.get(key);
      if (file) file.address = address;
      keep(disk.change(key, { address }));
    },
  });

  const resume = (key: string): void => {
    const [upload, file] = [find(key), held.get(key)];
    if (upload && file) queue.add({ ...upload, ...file });
  };

  /** It has to be uploaded once more: the server has it no longer, or not for this message. */
  const renew = (key: string): void => {
    queue.remove(key);
    const file = held.get(key);
    if (file) file.address = null;
    set(key, { attachmentId: null, state: "paused", share: 0 });
    keep(disk.change(key, { attachmentId: null, address: null }));
  };

  const letGo = ({ key }: Upload): void => {
    queue.remove(key);
    page.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.key !== key) }));
    keep(disk.remove(key));
    held.get(key)?.release?.();
    held.delete(key);
    told.delete(key);
  };

  const own = (upload: Upload, file: Held): void => {
    held.set(upload.key, file);
    page.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
    if (upload.url && upload.kind === "image" && upload.width === null)
      void measure(upload.url).then((size) => {
        if (!size) return;
        set(upload.key, size);
        keep(disk.change(upload.key, size));
      });
    if (upload.attachmentId === null) resume(upload.key);
  };

  const recall = ({ address, at, ...kept }: KeptUpload, file: Blob, release: Release): void => {
    const isFresh = now() - at < FRESH_MS;
    const attachmentId = isFresh ? kept.attachmentId : null;
    const url = URL.createObjectURL(file);
    const state = attachmentId === null ? "waiting" : "done";
    const upload: Upload = { ...kept, attachmentId, url, state, share: attachmentId === null ? 0 : 1, error: null };
    own(upload, { file, address: isFresh ? address : null, release });
  };

  /** A file of a waiting message that this tab does not have: it is another tab's, or was left behind by one. */
  const adopt = async ({ messageId }: OutboxEntry, file: WaitingFile): Promise<void> => {
    if (asked.has(file.key)) return;
    asked.add(file.key);
    const release = await take(file.key, true);
    asked.delete(file.key);
    if (!release) return;
    const kept = await disk.one(file.key).catch(() => null);
    const entry = outbox.entries().find((one) => one.messageId === messageId);
    const isWanted = entry?.files.some(({ key, attachmentId }) => key === file.key && attachmentId === null) === true;
    if (isWanted && kept && !isStopped && !find(file.key)) {
      recall(kept.kept, kept.file, release);
      look();
      return;
    }
    release();
    if (isWanted && !isStopped && !find(file.key)) outbox.fail(messageId, lost(file));
  };

  const see = (entry: OutboxEntry, file: WaitingFile): void => {
    const { messageId, state } = entry;
    const upload = find(file.key);
    if (upload && upload.messageId !== messageId) {
      set(file.key, { messageId });
      keep(disk.change(file.key, { messageId }));
    }
    if (state === "keeping") return;
    if (file.attachmentId !== null) {
      if (upload && state === "failed" && entry.error?.code === "validation_failed" && !isAboutFile(entry)) {
        renew(file.key);
        outbox.fill(messageId, file.key, null);
      }
      return;
    }
    if (upload?.state === "done") outbox.fill(messageId, file.key, upload.attachmentId);
    else if (state !== "pending") return;
    else if (!upload) void adopt(entry, file);
    else if (upload.state === "paused") resume(file.key);
    else if (upload.state === "refused") {
      // Said once already: who sees it here again has pressed 'Try again'.
      if (told.delete(file.key)) resume(file.key);
      else {
        told.add(file.key);
        outbox.fail(messageId, refusalOf(upload));
      }
    }
  };

  const isLeftAlone = ({ messageId }: Upload): boolean =>
    messageId !== null && outbox.entries().every((entry) => entry.messageId !== messageId);

  let isDue = false;
  const lookNow = (): void => {
    isDue = false;
    for (const entry of outbox.entries()) for (const file of entry.files) see(entry, file);
    for (const upload of all().filter(isLeftAlone)) {
      const { kind, attachmentId, url } = upload;
      if (kind === "image" && attachmentId && url) keepPicture(attachmentId, url);
      else if (url) URL.revokeObjectURL(url);
      letGo(upload);
    }
  };
  /** Compares the files with the messages that wait for them, once after whatever has changed. */
  const look = (): void => {
    if (isDue || !isReady || isStopped) return;
    isDue = true;
    queueMicrotask(lookNow);
  };

  const restore = async (): Promise<void> => {
    for (const { key } of await disk.all()) {
      const release = find(key) ? null : await take(key, false);
      if (!release) continue;
      const kept = await disk.one(key);
      if (kept && !find(key)) recall(kept.kept, kept.file, release);
      else release();
    }
  };

  const begin = (upload: Upload, file: File): void => {
    if (upload.state === "refused") {
      page.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
      return;
    }
    const entry: Held = { file, address: null, release: null };
    void take(upload.key, false).then((release) => {
      if (held.get(upload.key) === entry) entry.release = release;
      else release?.();
    });
    const { url: _, state: __, share: ___, error: ____, ...kept } = upload;
    keep(disk.add({ ...kept, address: null, at: now() }, file));
    own(upload, entry);
  };

  const remove = (key: string): void => {
    const upload = find(key);
    const address = held.get(key)?.address;
    if (!upload) return;
    letGo(upload);
    if (upload.url) URL.revokeObjectURL(upload.url);
    if (address) drop(address);
  };

  return {
    /** Takes over what was left behind, once the outbox knows what waits. */
    start: async (ready: Promise<void>): Promise<void> => {
      await ready;
      await restore().catch(() => undefined);
      isReady = true;
      look();
    },
    look,
    wake: queue.wake,
    stop: (): void => {
      isStopped = true;
      queue.stop();
      for (const { release } of held.values()) release?.();
      disk.close();
    },
    /** Files that somebody has chosen for the next message of a conversation. */
    choose: (conversationId: string, files: readonly File[]): void => {
      const room = limits.attachmentsPerMessage - all().filter(standsAt(conversationId)).length;
      for (const [index, file] of files.slice(0, Math.max(0, room) + NAMED).entries())
        begin(freshUpload({ key: newKey(), conversationId, file, isOver: index >= room }), file);
    },
    /** What was recorded goes out at once. False when too much waits already. */
    sendVoice: (conversationId: string, file: File, durationMs: number): boolean => {
      const upload = freshUpload({ key: newKey(), conversationId, file, durationMs });
      begin(upload, file);
      if (upload.state !== "refused" && outbox.add({ conversationId, content: "", files: [fileOf(upload)] })) return true;
      remove(upload.key);
      return false;
    },
    pause: (key: string): void => {
      queue.remove(key);
      set(key, { state: "paused" });
    },
    resume,
    /** Nobody wants to send it any more. */
    remove,
    /** The same of all files of a message. */
    throwAway: ({ files }: OutboxEntry): void => {
      for (const { key } of files) remove(key);
    },
    /**
     * The files of a message that its writer takes back stand at the composer again, uploaded anew where the server has given them to
     * that message. @throws ApiError when another tab has them
     */
    giveBack: ({ files }: OutboxEntry, isGiven: boolean): void => {
      if (files.some(({ key }) => !find(key))) throw new ApiError("conflict");
      for (const { key } of files) {
        set(key, { messageId: null });
        keep(disk.change(key, { messageId: null }));
        if (isGiven) {
          renew(key);
          resume(key);
        }
      }
    },
  };
};
export type Uploads = ReturnType<typeof createUploads>;
