import type { AppealDecision, AppealList, NewAppeal, OwnSanction, Sanction } from "#lib/contract/sanctions.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { AuditLog, JobQueue, NewId, Publisher } from "../ports.ts";
import { refusalOfAppeal, refusalOfAppealDecision, refusalOfSanction } from "./sanction.policy.ts";
import { findAppealed, findOwnSanction, findSanction } from "./sanction.reader.ts";
import * as sanctions from "./sanction.repository.ts";
import type { SanctionService } from "./sanction.service.ts";

type Deps = {
  database: Database;
  audit: AuditLog;
  publish: Publisher;
  jobs: JobQueue;
  sanctionService: Pick<SanctionService, "liftIn">;
  newId: NewId;
};

/** What people have to say against what was done to them. */
export const createAppealService = ({ database, audit, publish, jobs, sanctionService, newId }: Deps) => {
  const ownOf = async (db: Db, userId: string, id: string): Promise<OwnSanction> => {
    const found = await findOwnSanction(db, userId, id);
    if (!found) throw fail("not_found");
    return found;
  };

  /** Whoever did it does not judge it, nor does its person; a moderator judges nothing that was done to one of their own. */
  const judge = async (db: Db, actor: Actor, sanction: Sanction): Promise<void> => {
    const standings = await sanctions.lockStandings(db, [actor.userId, sanction.person.id]);
    const refusal =
      refusalOfSanction(standings.get(actor.userId), standings.get(sanction.person.id)) ??
      refusalOfAppealDecision(actor.userId, { actorId: sanction.actor.id });
    if (refusal) throw fail(refusal);
  };

  return {
    /** @throws {Failure} not_found, conflict where something was said already or it counts no longer */
    file: async (actor: Pick<Actor, "userId">, { sanctionId, text }: NewAppeal): Promise<OwnSanction> =>
      database.write(async (db) => {
        await sanctions.lockStandings(db, [actor.userId]);
        const { liftedAt, appeal } = await ownOf(db, actor.userId, sanctionId);
        const appealedAt = appeal && new Date(appeal.createdAt);
        const refusal = refusalOfAppeal({ liftedAt: liftedAt === null ? null : new Date(liftedAt), appealedAt });
        if (refusal) throw fail(refusal);
        await sanctions.insertAppeal(db, { id: newId(), sanctionId, text });
        return ownOf(db, actor.userId, sanctionId);
      }),

    /** Those that wait. @throws {Failure} forbidden */
    list: async (actor: Actor): Promise<AppealList> => {
      assertModerator(actor);
      const items = await database.read(findAppealed);
      return { items: items.filter(({ person }) => person.id !== actor.userId) };
    },

    /**
     * Lets it stand, or takes it back with all that it did. Its person is told.
     * @throws {Failure} forbidden for who did it, not_found, conflict where it is decided
     */
    decide: async (actor: Actor, id: string, { outcome, answer }: AppealDecision): Promise<Sanction> => {
      assertModerator(actor);
      const { after, tell } = await database.write(async (db) => {
        const waiting = await sanctions.lockAppeal(db, id);
        const before = waiting && (await findSanction(db, waiting.sanctionId));
        if (!before) throw fail("not_found");
        await judge(db, actor, before);
        if (waiting.decidedAt) throw fail("conflict");
        await sanctions.decideAppeal(db, id, { decidedBy: actor.userId, outcome, answer });
        // What was lifted meanwhile needs no second lift.
        const lifts = outcome === "reversed" && before.liftedAt === null;
        const undone = lifts ? await sanctionService.liftIn(db, actor.userId, before, answer) : () => undefined;
        await jobs.add(db, "sanction:mail", { sanctionId: before.id, news: "answered" });
        const decided = await findSanction(db, before.id);
        const details = { sanctionId: before.id, outcome };
        await audit.write(db, { actorId: actor.userId, action: "appeal.decided", subjectType: "appeal", subjectId: id, details });
        return { after: decided ?? before, tell: undone };
      });
      tell();
      publish.toUser(after.person.id, "moderation:answered", { sanctionId: after.id, outcome, answer });
      return after;
    },
  };
};
export type AppealService = ReturnType<typeof createAppealService>;
