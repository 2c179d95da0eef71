import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { HeldMessage } from "#lib/contract/held.ts";
import { call } from "./api.ts";
import type { createOutbox } from "./outbox.ts";
import type { OutboxEntry, WaitingFile } from "./outbox-entry.ts";

type Outbox = Pick<ReturnType<typeof createOutbox>, "put" | "confirm" | "entries">;

type Listeners = Set<(news: ServerEventMessage) => void>;

const fileOf = ({ id, contentType: _, placeholder: __, ...file }: HeldMessage["attachments"][number]): WaitingFile => ({
  ...file,
  key: id,
  attachmentId: id,
});

const entryOf = ({
  conversationId,
  messageId,
  content,
  attachments,
  heldAt,
  state,
  reason,
  rules,
}: HeldMessage): OutboxEntry => ({
  conversationId,
  messageId,
  content,
  replyTo: null,
  files: attachments.map(fileOf),
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

/** What is known of it here stays: its place in the queue, and when it was written by this machine's clock. */
const put = (outbox: Outbox, message: HeldMessage): void => {
  const entry = entryOf(message);
  const known = outbox.entries().find(({ messageId }) => messageId === entry.messageId);
  if (known?.state !== "keeping")
    outbox.put(known ? { ...entry, order: known.order, writtenAt: known.writtenAt, files: known.files } : entry);
};

/** Asks what waits now: what became of it while there was no line is told nowhere else. */
const load = async (outbox: Outbox, listeners: Listeners): Promise<void> => {
  const before = outbox.entries().filter(({ state }) => state === "held");
  const gone = new Set<string>();
  // What goes out while the answer is on its way must not come back as waiting.
  const note = (news: ServerEventMessage): void => {
    if (news.event === "message:received" || news.event === "message:withdrawn") gone.add(news.payload.messageId);
  };
  listeners.add(note);
  const { items } = await call("GET /api/held", {}).finally(() => listeners.delete(note));
  const known = new Set(items.map(({ messageId }) => messageId));
  for (const { messageId } of before) if (!known.has(messageId)) outbox.confirm(messageId);
  for (const item of items) if (!gone.has(item.messageId)) put(outbox, item);
};

/** Takes news of messages of one's own that a moderator looks at, from whichever device they came; without news it asks. */
export const takeHeld = async (outbox: Outbox, listeners: Listeners, news?: ServerEventMessage): Promise<void> => {
  switch (news?.event) {
    case "message:held":
    case "message:refused":
      put(outbox, news.payload);
      break;
    case "message:withdrawn":
      outbox.confirm(news.payload.messageId);
      break;
    default:
      await load(outbox, listeners);
  }
};
