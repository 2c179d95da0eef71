import type {
  Contest,
  ContestDecision,
  ContestedRules,
  ContestList,
  NewContest,
  OwnContest,
  OwnContests,
} from "#lib/contract/contests.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { Actor } from "../actor.ts";
import { findMembership, findSummaries } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import { findByIds } from "../messages/message.reader.ts";
import type { AuditLog, NewId, Publisher } from "../ports.ts";
import { isRefused, mayCallFine, refusalOfVerdict } from "./contest.policy.ts";
import { contestedByRule, findContest, findOwnContests, findWaitingContests } from "./contest.reader.ts";
import * as contests from "./contest.repository.ts";

type Deps = {
  database: Database;
  audit: AuditLog;
  publish: Publisher;
  content: Pick<ContentJudge, "scan">;
  newId: NewId;
};

/** What people say of alarms of the scan that they hold for false. */
export const createContestService = ({ database, audit, publish, content, newId }: Deps) => {
  const load = async (db: Db, id: string) => {
    const found = await findContest(db, id);
    if (!found) throw fail("not_found");
    return found;
  };

  return {
    /**
     * The notices below a message go away for the actor alone, on every device. Nobody else hears of it, its writer least of all.
     * @throws {Failure} not_participant, not_found for what the actor is not warned of
     */
    callFine: async (actor: Actor, conversationId: string, messageId: string): Promise<ConversationSummary> => {
      const { userId } = actor;
      const { isNew, summary } = await database.write(async (db) => {
        const membership = await findMembership(db, userId, conversationId);
        if (!membership) throw fail("not_participant");
        const [message] = await findByIds(db, [{ conversationId, id: messageId }]);
        if (!message || !mayCallFine(userId, membership.hiddenSeq, message)) throw fail("not_found");
        const rules = message.notices.map(({ rule }) => rule);
        const made = await contests.insertFine(db, { userId, conversationId, messageId, rules });
        const [view] = await findSummaries(db, userId, [conversationId]);
        if (!view) throw fail("not_participant");
        return { isNew: made, summary: view };
      });
      if (isNew) publish.toUser(userId, "conversation:updated", summary);
      return summary;
    },

    /**
     * Keeps a text that was refused for a moderator. The same message once more is answered with what there is.
     * @throws {Failure} not_found for a conversation that one is not in, conflict for what is not refused
     */
    file: async (
      actor: Actor,
      { conversationId, messageId, content: text }: NewContest,
    ): Promise<{ isNew: boolean; contest: OwnContest }> => {
      const { outcome, rules } = content.scan(text, { stage: "before_booking", relation: "first_contact" });
      return database.write(async (db) => {
        if (!(await findMembership(db, actor.userId, conversationId))) throw fail("not_found");
        if (!isRefused(outcome)) throw fail("conflict", { message: "This text is not refused any more. Send it again." });
        const filed = await contests.insertContestOnce(db, {
          id: newId(),
          userId: actor.userId,
          conversationId,
          messageId,
          content: text,
          rules: rules.map(({ rule }) => rule),
        });
        return { isNew: filed.isNew, contest: (await load(db, filed.id)).own };
      });
    },

    own: async (actor: Actor): Promise<OwnContests> => ({
      items: await database.read((db) => findOwnContests(db, actor.userId)),
    }),

    /** Those that wait, without the actor's own. @throws {Failure} forbidden */
    list: async (actor: Actor): Promise<ContestList> => {
      assertModerator(actor);
      const items = await database.read(findWaitingContests);
      return { items: items.filter(({ person }) => person.id !== actor.userId) };
    },

    /** Says whether the alarm was wrong; its writer is told. @throws {Failure} forbidden, not_found also of one's own, conflict */
    decide: async (actor: Actor, id: string, { verdict }: ContestDecision): Promise<Contest> => {
      assertModerator(actor);
      const { own, contest } = await database.write(async (db) => {
        const refusal = refusalOfVerdict(actor.userId, await contests.lockContest(db, id));
        if (refusal) throw fail(refusal);
        await contests.decideContest(db, id, { decidedBy: actor.userId, verdict });
        const decided = await load(db, id);
        const details = { verdict, rules: decided.own.rules.map(({ rule }) => rule) };
        await audit.write(db, {
          actorId: actor.userId,
          action: "contest.decided",
          subjectType: "contest",
          subjectId: id,
          details,
        });
        return decided;
      });
      publish.toUser(contest.person.id, "contest:decided", own);
      return contest;
    },

    /** How often each rule was said to be wrong. @throws {Failure} forbidden */
    byRule: async (actor: Actor): Promise<ContestedRules> => {
      assertAdmin(actor);
      return { items: await database.read(contestedByRule) };
    },
  };
};
