import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { TRANSCRIPT_FORMAT, type TranscriptForm, type TranscriptHead } from "#lib/contract/transcript.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership, findSummaries } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import { oldestIn } from "../messages/message.reader.ts";
import type { Clock, TranscriptSigner } from "../ports.ts";
import { entryOf, hashOfEntry, hashOfHead, sealedText } from "./transcript-chain.policy.ts";
import { transcriptWriters } from "./transcript-form.ts";

/** So many messages are read at a time. */
const AT_ONCE = 500;

type Deps = { database: Database; transcriptSigner: TranscriptSigner; clock: Clock };

/** Conversations as files for their members, piece by piece: a long one is never held as a whole. */
export const createTranscriptService = ({ database, transcriptSigner, clock }: Deps) => {
  const headOf = (actor: Actor, { id, kind, title, listing, participants, lastSeq }: ConversationSummary, fromSeq: number) =>
    ({
      format: TRANSCRIPT_FORMAT,
      conversationId: id,
      kind,
      title,
      listing: listing ? { id: listing.id, title: listing.title } : null,
      people: participants.map(({ userId, name }) => ({ id: userId, name })),
      fromSeq,
      toSeq: lastSeq,
      savedBy: { id: actor.userId, name: actor.name },
      savedAt: clock().toISOString(),
      publicKey: transcriptSigner.publicKey,
    }) satisfies TranscriptHead;

  const write = async function* (head: TranscriptHead, form: TranscriptForm): AsyncGenerator<string> {
    const writer = transcriptWriters[form];
    yield writer.begin(head);
    let hash = hashOfHead(head);
    let seq = head.fromSeq - 1;
    while (seq < head.toSeq) {
      const window = { afterSeq: seq, beforeSeq: head.toSeq + 1 };
      const messages = await database.read((db) => oldestIn(db, head.conversationId, window, AT_ONCE));
      let pieces = "";
      for (const entry of messages.map(entryOf)) {
        hash = hashOfEntry(hash, entry);
        pieces += writer.message({ entry, hash }, entry.seq === head.fromSeq);
        seq = entry.seq;
      }
      yield pieces;
      // What is stored has no gap; without this one would be asked for again for ever.
      if (messages.length === 0) throw new Error(`message ${seq + 1} of a conversation is missing`);
    }
    const seal = { messages: head.toSeq - head.fromSeq + 1, hash };
    yield writer.end({ ...seal, signature: transcriptSigner.sign(sealedText(seal)) });
  };

  return {
    /**
     * What the actor sees of a conversation, as it stands now: each message that has come until then, as it is when its turn comes.
     * @throws {Failure} not_participant
     */
    save: async (actor: Actor, conversationId: string, form: TranscriptForm): Promise<AsyncGenerator<string>> => {
      const head = await database.read(async (db) => {
        const membership = await findMembership(db, actor.userId, conversationId);
        const [conversation] = membership ? await findSummaries(db, actor.userId, [conversationId]) : [];
        if (!membership || !conversation) throw fail("not_participant");
        return headOf(actor, conversation, membership.hiddenSeq + 1);
      });
      return write(head, form);
    },

    key: () => ({ algorithm: "Ed25519" as const, publicKey: transcriptSigner.publicKey }),
  };
};
