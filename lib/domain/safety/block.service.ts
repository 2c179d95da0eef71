import type { BlockList, BlockRequest, BlockState } from "#lib/contract/safety.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findCompany, lockDirects } from "../conversations/conversation.reader.ts";
import type { ReceiptService } from "../messages/receipt.service.ts";
import type { Clock, Publisher } from "../ports.ts";
import type { PresenceService } from "../presence/presence.service.ts";
import type { TypingService } from "../presence/typing.service.ts";
import { mayBlock } from "./block.policy.ts";
import * as blocks from "./block.repository.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  receipts: Pick<ReceiptService, "uncover">;
  presence: Pick<PresenceService, "introduce">;
  typing: Pick<TypingService, "ended">;
  clock: Clock;
};

const place = ({ conversationId }: BlockRequest) => (conversationId === undefined ? {} : { conversationId });

export const createBlockService = ({ database, publish, receipts, presence, typing, clock }: Deps) => {
  const judge = async (db: Db, actor: Actor, input: BlockRequest): Promise<void> => {
    const exists = await blocks.isPerson(db, input.userId);
    const company = input.conversationId === undefined ? undefined : await findCompany(db, input.conversationId);
    mayBlock({ actor, input, exists, memberIds: company?.memberIds });
  };

  return {
    /**
     * Nothing passes between the two any more, in either direction. Says the same however often it is asked, and tells
     * the actor's own devices once; to the other one the actor looks offline.
     * @throws {Failure} not_found, not_participant, validation_failed
     */
    block: async (actor: Actor, input: BlockRequest): Promise<BlockState> => {
      const { userId } = input;
      const { at, isNew, directIds } = await database.write(async (db) => {
        await judge(db, actor, input);
        const locked = await lockDirects(db, [actor.userId, userId]);
        const made = await blocks.insertBlock(db, { blockerId: actor.userId, blockedId: userId });
        return { ...made, directIds: locked };
      });
      const state = { blocked: true, at: at.toISOString() };
      if (!isNew) return state;
      for (const id of directIds) typing.ended(id);
      publish.toUser(actor.userId, "user:blocked", { userId, ...place(input), at: state.at });
      await presence.introduce(actor.userId, userId);
      return state;
    },

    /** Takes the actor's own block back: both see again what the other shares. @throws {Failure} as `block` does */
    unblock: async (actor: Actor, input: BlockRequest): Promise<BlockState> => {
      const { userId } = input;
      const state = { blocked: false, at: clock().toISOString() };
      const lifted = await database.write(async (db) => {
        await judge(db, actor, input);
        const directIds = await lockDirects(db, [actor.userId, userId]);
        if (!(await blocks.deleteBlock(db, { blockerId: actor.userId, blockedId: userId }))) return undefined;
        return { tell: await receipts.uncover(db, [actor.userId, userId], directIds) };
      });
      if (!lifted) return state;
      publish.toUser(actor.userId, "user:unblocked", { userId, ...place(input), at: state.at });
      lifted.tell();
      await presence.introduce(actor.userId, userId);
      return state;
    },

    list: async (actor: Actor): Promise<BlockList> => {
      const rows = await database.read((db) => blocks.findBlocked(db, actor.userId));
      return { items: rows.map(({ at, ...person }) => ({ ...person, at: at.toISOString() })) };
    },
  };
};
