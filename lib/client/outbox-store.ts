import type { WireError } from "#lib/contract/errors.ts";

/** A message on its way out. `failed` waits for its writer's decision. */
export type OutboxEntry = {
  conversationId: string;
  messageId: string;
  content: string;
  /** When it was written, by this machine's clock. */
  writtenAt: string;
  state: "pending" | "failed";
  /** Why it failed. */
  error: WireError | null;
};

/** Where the outbox keeps what it has not delivered. */
export type OutboxStore = {
  load: () => Promise<readonly OutboxEntry[]>;
  put: (entry: OutboxEntry) => Promise<void>;
  remove: (messageId: string) => Promise<void>;
};

/** Keeps the entries as long as the tab lives. */
export const createMemoryStore = (): OutboxStore => {
  const entries = new Map<string, OutboxEntry>();
  return {
    load: async () => [...entries.values()],
    put: async (entry) => {
      entries.set(entry.messageId, entry);
    },
    remove: async (messageId) => {
      entries.delete(messageId);
    },
  };
};
