import type { Answer } from "#lib/contract/errors.ts";
import { asApiError, type call } from "./api.ts";
import { kindOf, type OutboxEntry, type Stored } from "./outbox-entry.ts";
import type { sendChange } from "./send-change.ts";
import type { Socket } from "./socket.ts";

export type Ways = {
  request: Socket["request"];
  post: typeof call;
  /** For how long there has been no socket, in milliseconds; 0 while there is one. */
  downForMs: () => number;
  /** Whom a text names of those who are in the conversation by then. */
  namedIn: (conversationId: string, text: string) => string[];
};
type Deps = Ways & {
  /** Sends what is no message; it comes with the first. */
  change: typeof sendChange;
};

/** Some networks let no socket through at all: after this long the message goes the other way. */
const LONG_MS = 5_000;

const draftOf = ({ messageId, content, replyTo, files, writtenAt }: OutboxEntry, mentions: string[]) => ({
  messageId,
  content,
  clientTimestamp: writtenAt,
  ...(replyTo ? { replyToId: replyTo.messageId } : {}),
  ...(mentions.length > 0 ? { mentions } : {}),
  ...(files.length > 0
    ? { attachmentIds: files.flatMap(({ attachmentId }) => attachmentId ?? []), kind: kindOf({ files }) }
    : {}),
});

/** What was asked over HTTP, answered as the socket would. */
export const answered = async <Data>(asked: Promise<Data>): Promise<Answer<Data>> => {
  try {
    return { ok: true, data: await asked };
  } catch (thrown) {
    const { code, message, retryable, retryAfterMs, details } = asApiError(thrown);
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return { ok: false, error: { code, message, retryable, details, ...wait } };
  }
};

/** There has been no socket for long. */
export const isLongDown = ({ downForMs }: Ways): boolean => downForMs() > LONG_MS;

/** One try to send a message or a change: over the socket, or over HTTP when there has been none for long. */
export const createSend =
  ({ change, ...ways }: Deps) =>
  (entry: OutboxEntry): Promise<Answer<Stored>> => {
    if (entry.change) return change(ways, entry);
    const { conversationId } = entry;
    const body = draftOf(entry, ways.namedIn(conversationId, entry.content));
    if (!isLongDown(ways)) return ways.request("message:send", { conversationId, ...body });
    return answered(ways.post("POST /api/conversations/{id}/messages", { params: { id: conversationId }, body }));
  };
