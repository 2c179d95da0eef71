import type { Stored } from "./outbox-entry.ts";

/** What the tabs of one person tell each other: that something on the disk has changed, or what became of a message. */
export type TabWord = { kind: "changed" } | { kind: "stored"; messageId: string; stored: Stored };

/** The other tabs of the same person in this browser. */
export type Tabs = {
  /** Calls back when it is this tab's turn to send, which it then is until it stops. */
  lead: (onTurn: () => void) => void;
  tell: (word: TabWord) => void;
  listen: (hear: (word: TabWord) => void) => void;
  stop: () => void;
};

const nameOf = (userId: string): string => `uninest-outbox:${userId}`;

/**
 * Holds a lock of the browser while it sends: a tab that closes or crashes lets go of it by that alone, and the next one
 * takes over. Where there are no locks every tab sends: the ids make that safe, only wasteful.
 */
export const createTabs = (userId: string): Tabs => {
  let channel: BroadcastChannel | undefined;
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve());
  });
  return {
    lead: (onTurn) => {
      if (!("locks" in navigator)) {
        onTurn();
        return;
      }
      const held = navigator.locks.request(nameOf(userId), { signal: stopping.signal }, () => {
        onTurn();
        return stopped;
      });
      // Rejects when this tab stops before its turn has come.
      held.catch(() => undefined);
    },
    tell: (word) => channel?.postMessage(word),
    listen: (hear) => {
      if (!("BroadcastChannel" in globalThis)) return;
      channel = new BroadcastChannel(nameOf(userId));
      channel.onmessage = ({ data }: MessageEvent<TabWord>) => hear(data);
    },
    stop: () => {
      stopping.abort();
      channel?.close();
      channel = undefined;
    },
  };
};

/** Tells the tabs of a person from outside that something on the disk has changed. */
export const tellTabs = (userId: string): void => {
  if (!("BroadcastChannel" in globalThis)) return;
  const channel = new BroadcastChannel(nameOf(userId));
  channel.postMessage({ kind: "changed" } satisfies TabWord);
  channel.close();
};
