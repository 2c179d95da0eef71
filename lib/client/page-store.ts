import { createStore } from "zustand/vanilla";
import type { Message } from "#lib/contract/messages.ts";
import type { Goodbye } from "./goodbye.ts";
import type { OutboxEntry, Quote } from "./outbox-entry.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";
import type { Upload } from "./upload.ts";

/** The message that is answered or edited, and how an answer will quote it. */
export type Drafting = { kind: "reply" | "edit"; message: Message; quote: Quote };

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
  /** A message that is being answered or edited. */
  drafting: Drafting | null;
  /** One's own message that is on its way out, and can still be had back. */
  leaving: string | null;
  /** Files that this tab uploads, or has uploaded for a message that is not sent. */
  uploads: readonly Upload[];
  /** The one conversation in which messages are looked for; null for all of them. */
  searchIn: string | null;
  /** The message at which the next conversation opens, and how many have been opened so. */
  sought: string | null;
  jumps: number;
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
    drafting: null,
    leaving: null,
    uploads: [],
    searchIn: null,
    sought: null,
    jumps: 0,
    typing: {},
    presences: {},
  }));
export type PageStore = ReturnType<typeof createPageStore>;
