import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Change, SyncAnswer } from "#lib/contract/session.ts";
import type { History } from "../history/history.ts";
import { canariesIn, hashOf } from "./canary.ts";
import type { Kept } from "./mirror.ts";

type Who = { user: string; device: string };
type Places = { conversationId: string; seq: number; userId: string };

export const keptOf = ({ seq, rev, messageId, content }: Message): Kept => ({
  seq,
  rev,
  msgId: messageId,
  hash: hashOf(content),
});

/** Writes down what comes over a connection, and with it every canary in its bytes. */
export const createEars = (history: History, who: Who, nameOf: (userId: string) => string) => {
  const summary = (connection: number, { id, participants }: ConversationSummary): void => {
    for (const { userId, deliveredSeq } of participants) {
      const about = nameOf(userId);
      history.write({
        f: "recv",
        ...who,
        connection,
        event: "summary:delivered",
        canaries: [],
        conv: id,
        about,
        seq: deliveredSeq,
      });
    }
  };
  const answer = (connection: number, event: string, payload: unknown): void =>
    history.write({ f: "recv", ...who, connection, event, canaries: canariesIn(JSON.stringify(payload) ?? "") });

  return {
    /** Anything that needs no word of its own. */
    answer,

    changes: (connection: number, event: string, { changes }: Pick<SyncAnswer, "changes">): void => {
      answer(connection, event, changes);
      for (const { conversation } of changes as Change[]) summary(connection, conversation);
    },

    news: (connection: number, message: Message): void => {
      const { conversationId: conv, seq, messageId: msgId, content } = message;
      const canaries = canariesIn(JSON.stringify(message));
      const event = "message:received";
      history.write({ f: "recv", ...who, connection, event, canaries, conv, seq, msgId, hash: hashOf(content) });
    },

    receipt: (connection: number, event: string, { conversationId: conv, seq, userId }: Places): void =>
      history.write({ f: "recv", ...who, connection, event, canaries: [], conv, seq, about: nameOf(userId) }),
  };
};
