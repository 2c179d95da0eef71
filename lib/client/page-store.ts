import { createStore } from "zustand/vanilla";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";

/** What only the page has: nothing of it is on the server. */
export type PageState = {
  connection: ConnectionState;
  outbox: readonly OutboxEntry[];
  /** False once this browser has refused to keep what waits: it is lost when the tab is closed. */
  keeps: boolean;
  /** Some of what is shown was kept here from an earlier visit. */
  isRecalled: boolean;
  /** A refused text that its writer wants back in the composer. */
  returned: { conversationId: string; text: string } | null;
  typing: Typing;
  presences: Presences;
};

export const createPageStore = () =>
  createStore<PageState>(() => ({
    connection: "connecting",
    outbox: [],
    keeps: true,
    isRecalled: false,
    returned: null,
    typing: {},
    presences: {},
  }));
export type PageStore = ReturnType<typeof createPageStore>;
