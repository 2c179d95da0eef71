import type { PostMessage, SendMessage } from "#lib/contract/messages.ts";
import { fail } from "#lib/domain/fail.ts";

/** The message of a body whose path names the conversation. @throws {Failure} validation_failed when the body names another */
export const inConversation = (id: string, body: PostMessage): SendMessage => {
  if (body.conversationId !== undefined && body.conversationId !== id) {
    throw fail("validation_failed", { details: [{ path: ["conversationId"], message: "is not the one in the path" }] });
  }
  return { ...body, conversationId: id };
};
