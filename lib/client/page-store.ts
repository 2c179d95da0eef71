import { createStore } from "zustand/vanilla";
import type { OutboxEntry } from "./outbox-store.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";

/** What only the page has: nothing of it is on the server. */
export type PageState = {
  connection: ConnectionState;
  outbox: readonly OutboxEntry[];
  typing: Typing;
  presences: Presences;
};

export const createPageStore = () =>
  createStore<PageState>(() => ({ connection: "connecting", outbox: [], typing: {}, presences: {} }));
export type PageStore = ReturnType<typeof createPageStore>;
