import type { AlertPage, AlertQuery, Alerts, NewAlert, PublishedAlert } from "#lib/contract/alerts.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { AuditLog, NewId, Publisher } from "../ports.ts";
import { assertRoomForAlert } from "./alert.policy.ts";
import { findAlert, findAlerts, findCurrentAlerts } from "./alert.reader.ts";
import { endAlert, insertAlert, lockCurrentCount } from "./alert.repository.ts";

type Deps = { database: Database; audit: AuditLog; publish: Publisher; newId: NewId };

/** What admins tell everybody who is signed in, and take back. */
export const createAlertService = ({ database, audit, publish, newId }: Deps) => {
  const load = async (db: Db, id: string): Promise<PublishedAlert> => {
    const alert = await findAlert(db, id);
    if (!alert) throw fail("not_found");
    return alert;
  };

  return {
    /** Those that stand, for who comes later; the newest first. */
    current: async (): Promise<Alerts> => ({ items: await database.read(findCurrentAlerts) }),

    /** All that there were. @throws {Failure} forbidden, validation_failed for a foreign cursor */
    list: async (actor: Actor, { cursor, limit }: AlertQuery): Promise<AlertPage> => {
      assertAdmin(actor);
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      const found = await database.read((db) => findAlerts(db, { after, limit: limit + 1 }));
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodePlace({ at: new Date(last.at), id: last.id }) : null };
    },

    /** @throws {Failure} forbidden, conflict when there are as many as may be */
    publish: async (actor: Actor, alert: NewAlert): Promise<PublishedAlert> => {
      assertAdmin(actor);
      const published = await database.write(async (db) => {
        assertRoomForAlert(await lockCurrentCount(db));
        const id = newId();
        await insertAlert(db, { ...alert, id, publishedBy: actor.userId });
        const stored = await load(db, id);
        await audit.write(db, {
          actorId: actor.userId,
          action: "alert.published",
          subjectType: "alert",
          subjectId: id,
          details: { severity: alert.severity },
        });
        return stored;
      });
      const { id, severity, title, body, at } = published;
      publish.toEverybody("alert:published", { id, severity, title, body, at });
      return published;
    },

    /** Takes one back; one that is over is answered as it is. @throws {Failure} forbidden, not_found */
    end: async (actor: Actor, id: string): Promise<PublishedAlert> => {
      assertAdmin(actor);
      const { isNew, alert } = await database.write(async (db) => {
        const stood = await endAlert(db, id, actor.userId);
        const found = await load(db, id);
        if (stood)
          await audit.write(db, {
            actorId: actor.userId,
            action: "alert.ended",
            subjectType: "alert",
            subjectId: id,
            details: {},
          });
        return { isNew: stood, alert: found };
      });
      if (isNew && alert.endedAt !== null) publish.toEverybody("alert:ended", { id, at: alert.endedAt });
      return alert;
    },
  };
};
