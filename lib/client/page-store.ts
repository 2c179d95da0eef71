import { createStore } from "zustand/vanilla";
import type { Message } from "#lib/contract/messages.ts";
import type { Goodbye } from "./goodbye.ts";
import type { OutboxEntry, Quote } from "./outbox-entry.ts";
import type { Presences } from "./presence.ts";
import type { ConnectionState } from "./socket.ts";
import type { Typing } from "./typing.ts";
import type { Upload } from "./upload.ts";
import type { Amend } from "./waiting-changes.ts";

/** The message that is answered or edited, and how an answer will quote it. */
export type Drafting = { kind: "reply" | "edit"; message: Message; quote: Quote };

/** What only the page has: nothing of it is on the server. */
export type PageState = {
  connection: ConnectionState;
  /** Why one is signed out; null before that. */
  goodbye: Goodbye | null;
  outbox: readonly OutboxEntry[];
  /** Changes of messages that wait to be sent, or for a decision. */
  changes: readonly OutboxEntry[];
  /** How they show; it comes with the first of them. */
  amend: Amend | null;
  /** False once this browser has refused to keep what waits: it is lost when the tab is closed. */
  keeps: boolean;
  /** Some of what is shown was kept here from an earlier visit. */
  isRecalled: boolean;
  /** A refused text that its writer wants back in the composer. */
  returned: { conversationId: string; text: string } | null;
  /** A message that is being answered or edited. */
  drafting: Drafting | null;
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
    changes: [],
    amend: null,
    keeps: true,
    isRecalled: false,
    returned: null,
    drafting: null,
    uploads: [],
    searchIn: null,
    sought: null,
    jumps: 0,
    typing: {},
    presences: {},
  }));
export type PageStore = ReturnType<typeof createPageStore>;
