import type { Answer } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import { asApiError, type call } from "./api.ts";
import { kindOf, type OutboxEntry } from "./outbox-entry.ts";
import type { Socket } from "./socket.ts";

type Deps = {
  request: Socket["request"];
  post: typeof call;
  /** For how long there has been no socket, in milliseconds; 0 while there is one. */
  downForMs: () => number;
};

/** Some networks let no socket through at all: after this long the message goes the other way. */
const LONG_MS = 5_000;

const draftOf = ({ messageId, content, replyTo, files, writtenAt }: OutboxEntry) => ({
  messageId,
  content,
  clientTimestamp: writtenAt,
  ...(replyTo ? { replyToId: replyTo.messageId } : {}),
  ...(files.length > 0
    ? { attachmentIds: files.flatMap(({ attachmentId }) => attachmentId ?? []), kind: kindOf({ files }) }
    : {}),
});

const overHttp = async (post: typeof call, entry: OutboxEntry) => {
  try {
    const { conversationId } = entry;
    const body = draftOf(entry);
    const data = await post("POST /api/conversations/{id}/messages", { params: { id: conversationId }, body });
    return { ok: true as const, data };
  } catch (thrown) {
    const { code, message, retryable, retryAfterMs, details } = asApiError(thrown);
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    return { ok: false as const, error: { code, message, retryable, details, ...wait } };
  }
};

/** One try to send a message: over the socket, or over HTTP when there has been none for long. */
export const createSend =
  ({ request, post, downForMs }: Deps) =>
  (entry: OutboxEntry): Promise<Answer<SendReceipt>> => {
    if (downForMs() > LONG_MS) return overHttp(post, entry);
    return request("message:send", { conversationId: entry.conversationId, ...draftOf(entry) });
  };
