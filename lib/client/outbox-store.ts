import type { OutboxEntry } from "./outbox-entry.ts";

/** Where the outbox keeps what it has not delivered. Each may reject: then the entry lives as long as the tab. */
export type OutboxStore = {
  /** Everything that is kept of this person, in its order. */
  load: () => Promise<readonly OutboxEntry[]>;
  /**
   * Puts it at the end, in place of a former one of the same id. Resolves to its place once it would survive a crash; to null
   * where nothing is to be kept.
   */
  append: (entry: OutboxEntry) => Promise<number | null>;
  /** Changes what is still there. */
  update: (entry: OutboxEntry) => Promise<void>;
  remove: (messageId: string) => Promise<void>;
};
