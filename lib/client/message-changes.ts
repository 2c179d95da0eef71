import type { Message } from "#lib/contract/messages.ts";
import type { createOutbox } from "./outbox.ts";
import type { Change, OutboxEntry } from "./outbox-entry.ts";

export type Outbox = Pick<ReturnType<typeof createOutbox>, "add" | "confirm" | "discard" | "entries" | "put" | "retry">;
type Place = Pick<Message, "conversationId" | "messageId">;
type Waiting = OutboxEntry & { change: Change };

/** For so long a deletion can be had back. */
export const UNDO_MS = 5_000;

/** A deletion of which its writer may still think better. */
export const isLeaving = ({ change, state, error }: OutboxEntry): boolean =>
  change?.kind === "delete" && state === "failed" && error === null;

/** Changes of messages on their way out. The last word on a message counts: what it makes void is not sent. */
export const createMessageChanges = (outbox: Outbox, now: () => number = Date.now) => {
  const changesOf = (messageId: string): Waiting[] =>
    outbox.entries().filter((entry): entry is Waiting => entry.change?.of === messageId);

  const forget = (messageId: string, isVoid: (entry: Waiting) => boolean): void => {
    for (const entry of changesOf(messageId).filter(isVoid)) outbox.confirm(entry.messageId);
  };

  const leaving = (id: string): Waiting | undefined =>
    outbox.entries().find((entry): entry is Waiting => entry.messageId === id && isLeaving(entry));

  const add = ({ conversationId, messageId }: Place, kind: Change["kind"], given: Partial<OutboxEntry> = {}): void => {
    const added = outbox.add({ conversationId, content: "", ...given, change: { kind, of: messageId } });
    if (!added) throw new Error("Too much waits already.");
  };

  /** The message itself, while it waits. */
  const unsent = (messageId: string): OutboxEntry | undefined =>
    outbox.entries().find((entry) => entry.messageId === messageId && entry.state === "pending");

  return {
    /**
     * Other words. One that waits itself gets them at once; the edit goes out behind it all the same, since an earlier try may
     * have arrived: where the words stand already, it changes nothing.
     */
    edit: (place: Place, content: string): void => {
      forget(place.messageId, ({ change }) => change.kind === "edit");
      const waiting = unsent(place.messageId);
      if (waiting) outbox.put({ ...waiting, content });
      add(place, "edit", { content });
    },

    react: (place: Place, emoji: string, op: "add" | "remove"): void => {
      forget(
        place.messageId,
        ({ change, content }) => content === emoji && (change.kind === "react" || change.kind === "unreact"),
      );
      add(place, op === "add" ? "react" : "unreact", { content: emoji });
    },

    /** Takes it off the page at once; for a while it can be had back. One that waits itself stays here meanwhile, with all about it. */
    remove: (place: Place): void => {
      const waiting = unsent(place.messageId);
      const about = waiting ? [waiting, ...changesOf(place.messageId)] : [];
      add(place, "delete", { state: "failed", heldUntil: now() + UNDO_MS });
      for (const entry of about) outbox.put({ ...entry, state: "failed" });
    },

    /** The deletion is meant: it goes out, and nothing else of that message does. */
    release: (id: string): void => {
      const deletion = leaving(id);
      if (!deletion) return;
      const { of } = deletion.change;
      forget(of, (one) => one !== deletion);
      // An earlier try may have arrived: the deletion finds that, or nothing.
      outbox.confirm(of);
      outbox.retry(id);
    },

    /** It was not meant. A message that waited itself goes to the end of the queue, and what was done to it behind it. */
    undo: (id: string): void => {
      const deletion = leaving(id);
      if (!deletion) return;
      outbox.discard(id);
      const { of } = deletion.change;
      outbox.retry(of);
      for (const change of changesOf(of)) outbox.add({ ...change, state: "pending" });
    },
  };
};
