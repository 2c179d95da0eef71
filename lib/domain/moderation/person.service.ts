import type { PeoplePage, PeopleQuery, PersonFile, SessionsEnd } from "#lib/contract/people.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { SessionService } from "../accounts/session.service.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { AuditLog, Publisher } from "../ports.ts";
import { rolesInSight } from "./person.policy.ts";
import { findPeople, findPerson } from "./person.reader.ts";
import { findReportHistory } from "./queue.reader.ts";
import { refusalOfSanction } from "./sanction.policy.ts";
import { findSanctionsOf } from "./sanction.reader.ts";
import { lockStandings } from "./sanction.repository.ts";

type Deps = {
  database: Database;
  audit: AuditLog;
  publish: Publisher;
  sessions: Pick<SessionService, "liveOf" | "endAllIn" | "endOneIn">;
};

/** What the devices of somebody who is signed out are told. */
const REASON = "signed_out_remotely";

/** How those who look after the house look people up. */
export const createPersonService = ({ database, audit, publish, sessions }: Deps) => {
  const load = async (db: Db, actor: Actor, id: string): Promise<PersonFile> => {
    const found = await findPerson(db, id);
    if (!found || !rolesInSight(actor.role).includes(found.person.role)) throw fail("not_found");
    return {
      ...found,
      reports: await findReportHistory(db, id),
      sanctions: await findSanctionsOf(db, id),
      sessions: await sessions.liveOf(db, id),
    };
  };

  return {
    /** The newest first. @throws {Failure} forbidden, validation_failed for a foreign cursor */
    list: async (actor: Actor, { q, role, standing, cursor, limit }: PeopleQuery): Promise<PeoplePage> => {
      assertModerator(actor);
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      const roles = rolesInSight(actor.role).filter((one) => role === undefined || one === role);
      if (roles.length === 0) return { items: [], nextCursor: null };
      const found = await database.read((db) => findPeople(db, { q, standing, roles, after, limit: limit + 1 }));
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodePlace({ at: new Date(last.joinedAt), id: last.id }) : null };
    },

    /** It tells much of a person, so who reads it is put down. @throws {Failure} forbidden, not_found */
    read: async (actor: Actor, id: string): Promise<PersonFile> => {
      assertModerator(actor);
      return database.write(async (db) => {
        const found = await load(db, actor, id);
        await audit.write(db, { actorId: actor.userId, action: "user.read", subjectType: "user", subjectId: id, details: {} });
        return found;
      });
    },

    /**
     * Signs somebody out of one session, or of all.
     * @throws {Failure} forbidden, not_found also where no such session is alive, conflict (oneself)
     */
    endSessions: async (actor: Actor, userId: string, { sessionId }: SessionsEnd): Promise<void> => {
      assertModerator(actor);
      const ended = await database.write(async (db) => {
        const standings = await lockStandings(db, [actor.userId, userId]);
        const refusal = refusalOfSanction(standings.get(actor.userId), standings.get(userId));
        if (refusal) throw fail(refusal);
        const ids = await (sessionId ? sessions.endOneIn(db, userId, sessionId, REASON) : sessions.endAllIn(db, userId, REASON));
        if (ids.length === 0) throw fail("not_found");
        const details = { sessions: ids };
        await audit.write(db, {
          actorId: actor.userId,
          action: "user.sessions_ended",
          subjectType: "user",
          subjectId: userId,
          details,
        });
        return ids;
      });
      for (const id of ended) publish.endSession(id, REASON);
    },
  };
};
