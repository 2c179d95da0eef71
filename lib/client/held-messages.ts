import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { HeldMessage } from "#lib/contract/held.ts";
import { call } from "./api.ts";
import type { createOutbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

type Outbox = Pick<ReturnType<typeof createOutbox>, "put" | "confirm" | "entries">;

const entryOf = ({ conversationId, messageId, content, heldAt, state, reason, rules }: HeldMessage): OutboxEntry => ({
  conversationId,
  messageId,
  content,
  writtenAt: heldAt,
  state: state === "waiting" ? "held" : "failed",
  error: {
    code: "content_rejected",
    message: reason ?? rules[0]?.text ?? "",
    retryable: false,
    details: state === "waiting" ? { held: true, rules } : { refused: true, rules },
  },
  heldUntil: null,
  order: null,
});

/** Takes news of a message of one's own that waits for a moderator, from whichever device it came. */
export const takeHeld = (outbox: Outbox, { event, payload }: ServerEventMessage): void => {
  switch (event) {
    case "message:held":
    case "message:refused":
      outbox.put(entryOf(payload));
      break;
    case "message:withdrawn":
      outbox.confirm(payload.messageId);
      break;
  }
};

/** Asks what waits now: what became of it while there was no line is told nowhere else. */
export const loadHeld = async (outbox: Outbox): Promise<void> => {
  const before = outbox.entries().filter(({ state }) => state === "held");
  const { items } = await call("GET /api/held", {});
  const known = new Set(items.map(({ messageId }) => messageId));
  for (const { messageId } of before) if (!known.has(messageId)) outbox.confirm(messageId);
  for (const item of items) outbox.put(entryOf(item));
};
