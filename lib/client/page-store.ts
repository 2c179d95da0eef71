import { createStore } from "zustand/vanilla";
import type { Goodbye } from "./goodbye.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";

/** What only the page has: nothing of it is on the server. */
export type PageState = {
  connection: ConnectionState;
  /** Why one is signed out; null before that. */
  goodbye: Goodbye | null;
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
    goodbye: null,
    outbox: [],
    keeps: true,
    isRecalled: false,
    returned: null,
    typing: {},
    presences: {},
  }));
export type PageStore = ReturnType<typeof createPageStore>;
