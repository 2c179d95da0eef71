import type { Answer, WireError } from "#lib/contract/errors.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { OutboxEntry, Stored } from "./outbox-entry.ts";
import { answered, isLongDown, type Ways } from "./send-transport.ts";

type Given = Pick<OutboxEntry, "conversationId" | "content"> & { change: NonNullable<OutboxEntry["change"]> };

const overSocket = (
  { request, namedIn }: Ways,
  { conversationId, content, change: { kind, of } }: Given,
): Promise<Answer<Message>> => {
  const place = { conversationId, messageId: of };
  if (kind === "edit") return request("message:edit", { ...place, content, mentions: namedIn(conversationId, content) });
  if (kind === "delete") return request("message:delete", place);
  return request("message:react", { ...place, emoji: content, op: kind === "react" ? "add" : "remove" });
};

const overHttp = ({ post, namedIn }: Ways, { conversationId, content, change: { kind, of } }: Given): Promise<Message> => {
  const params = { id: conversationId, messageId: of };
  if (kind === "edit") {
    const body = { content, mentions: namedIn(conversationId, content) };
    return post("PATCH /api/conversations/{id}/messages/{messageId}", { params, body });
  }
  if (kind === "delete") return post("DELETE /api/conversations/{id}/messages/{messageId}", { params });
  const body = { emoji: content, op: kind === "react" ? ("add" as const) : ("remove" as const) };
  return post("POST /api/conversations/{id}/messages/{messageId}/reactions", { params, body });
};

/** The message is gone, was never stored, or is in a conversation that one has left: the wish is void, and nobody misses it. */
const isVoid = ({ code, details }: WireError): boolean =>
  code === "not_found" || code === "not_participant" || (details as { gone?: boolean } | undefined)?.gone === true;

/** One try to change a message, over the socket, or over HTTP when there has been none for long. */
export const sendChange = async (ways: Ways, { change, ...entry }: OutboxEntry): Promise<Answer<Stored>> => {
  if (!change) throw new Error("This is no change.");
  const given = { ...entry, change };
  const answer = isLongDown(ways) ? await answered(overHttp(ways, given)) : await overSocket(ways, given);
  return !answer.ok && isVoid(answer.error) ? { ok: true, data: null } : answer;
};
