import type { Answer } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import type { ApiError } from "../api.ts";
import { createOutbox } from "../outbox.ts";
import type { OutboxEntry } from "../outbox-entry.ts";
import { createPageStore } from "../page-store.ts";
import { fileOf, standsAt } from "../upload.ts";
import { createUploadDisk } from "../upload-disk.ts";
import { createUploads } from "../uploads.ts";
import { alice, conversationId, timeOf } from "./conversations.ts";
import { deferred } from "./deferred.ts";
import { createBrowser } from "./outbox-tabs.ts";

const here = conversationId();

/** What lasts over tabs: the disks, the locks, the server. */
export const createUploadWorld = () => {
  const browser = createBrowser();
  const queues = new Map<string, (() => void)[]>();
  /** The locks of a browser: the first has it, the others wait for their turn, or are told that it is taken. */
  const take = (key: string, waits: boolean): Promise<(() => void) | null> => {
    const queue = queues.get(key) ?? [];
    queues.set(key, queue);
    if (queue.length > 0 && !waits) return Promise.resolve(null);
    return new Promise((resolve) => {
      let isReleased = false;
      const turn = (): void =>
        resolve(() => {
          if (isReleased) return;
          isReleased = true;
          queue.shift();
          queue[0]?.();
        });
      queue.push(turn);
      if (queue.length === 1) turn();
    });
  };
  worlds += 1;
  return { browser, take, userId: `${alice}-${worlds}`, sent: [] as OutboxEntry[], dropped: [] as string[], made: 0 };
};
let worlds = 0;
export type UploadWorld = ReturnType<typeof createUploadWorld>;

/** A tab with its outbox and its files, on a line of which the test says what arrives. */
export const openUploadTab = async (
  world: UploadWorld,
  send: (entry: OutboxEntry) => Answer<SendReceipt> | undefined = () => undefined,
) => {
  const page = createPageStore();
  const { store, tabs, crash } = world.browser.openTab();
  const newId = (): string => {
    world.made += 1;
    return `id-${world.made}`;
  };
  const outbox = createOutbox({
    send: async (entry) => {
      world.sent.push(entry);
      const { messageId } = entry;
      const data = {
        conversationId: here,
        messageId,
        seq: 1,
        rev: 1,
        status: "sent" as const,
        createdAt: timeOf(1),
        duplicate: false,
      };
      return send(entry) ?? { ok: true, data };
    },
    store,
    tabs,
    onStored: () => undefined,
    onChange: (entries) => page.setState({ outbox: entries }),
    onRefused: () => undefined,
    newId,
  });
  const runs: { name: string; address: string | null; arrive: (id: string) => void; refuse: (error: ApiError) => void }[] = [];
  const disk = createUploadDisk(world.userId);
  const uploads = createUploads({
    page,
    outbox,
    disk,
    transfer: ({ name, address, onAddress }) => {
      const { promise, resolve, reject } = deferred<string>();
      runs.push({ name, address, arrive: resolve, refuse: reject });
      onAddress(address ?? `/api/uploads/${name}`);
      return { done: promise, stop: () => undefined };
    },
    drop: (address) => void world.dropped.push(address),
    take: world.take,
    measure: async () => ({ width: 4, height: 3 }),
    newKey: newId,
  });
  page.subscribe((state, before) => {
    if (state.outbox !== before.outbox) uploads.look();
  });
  await uploads.start(outbox.start());
  const send_ = (text = ""): string => {
    const files = page.getState().uploads.filter(standsAt(here)).map(fileOf);
    return outbox.add({ conversationId: here, content: text, files })?.messageId ?? "";
  };
  return {
    page,
    outbox,
    uploads,
    disk,
    runs,
    send: send_,
    crash: () => {
      crash();
      uploads.stop();
    },
    tiles: () =>
      page.getState().uploads.map(({ name, state, messageId }) => `${name} ${state}${messageId ? " of a message" : ""}`),
    waiting: () => outbox.entries().map(({ content, state }) => `${content} ${state}`),
  };
};
