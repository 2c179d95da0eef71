import { createStore } from "zustand/vanilla";
import type { Goodbye } from "./goodbye.ts";
import type { OutboxEntry } from "./outbox-store.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";

/** What only the page has: nothing of it is on the server. */
export type PageState = {
  connection: ConnectionState;
  /** Why one is signed out; null before that. */
  goodbye: Goodbye | null;
  outbox: readonly OutboxEntry[];
  typing: Typing;
  presences: Presences;
};

export const createPageStore = () =>
  createStore<PageState>(() => ({ connection: "connecting", goodbye: null, outbox: [], typing: {}, presences: {} }));
export type PageStore = ReturnType<typeof createPageStore>;
