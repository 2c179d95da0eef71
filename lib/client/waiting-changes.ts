import { amendMessage, amendRows } from "./amend.ts";
import { createMessageChanges, isLeaving, type Outbox, UNDO_MS } from "./message-changes.ts";
import { sendChange } from "./send-change.ts";

/** The deletions whose time runs. */
const timers = new WeakMap<Outbox, Set<string>>();

/** Sends each deletion once its time is over, also those that a page left behind. */
const releaseDeletions = (outbox: Outbox): void => {
  const timed = timers.get(outbox) ?? new Set<string>();
  timers.set(outbox, timed);
  for (const { messageId, heldUntil } of outbox.entries().filter(isLeaving)) {
    if (timed.has(messageId)) continue;
    timed.add(messageId);
    const release = (): void => {
      timed.delete(messageId);
      createMessageChanges(outbox).release(messageId);
    };
    // A clock that was set meanwhile must not hold it for hours.
    setTimeout(release, Math.min((heldUntil ?? 0) - Date.now(), UNDO_MS));
  }
};

/** How messages show while changes of them wait. */
const amend = { rows: amendRows, message: amendMessage };
export type Amend = typeof amend;

/** Everything that the page needs of changes that wait, but for making them; it comes with the first of them. */
export const waitingChanges = { send: sendChange, amend, releaseDeletions };
