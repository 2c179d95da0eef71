import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Alert, PublishedAlert } from "#lib/contract/alerts.ts";
import type { Db } from "#lib/db/client.ts";
import { alerts, users } from "#lib/db/schema/index.ts";

const publishers = alias(users, "publishers");
const enders = alias(users, "enders");

type Place = { at: Date; id: string };

const isAfter = ({ at, id }: Place): SQL => sql`(${alerts.at}, ${alerts.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;

/** Those that stand, the newest first. */
export const findCurrentAlerts = async (db: Db): Promise<Alert[]> => {
  const rows = await db.select().from(alerts).where(isNull(alerts.endedAt)).orderBy(desc(alerts.at), desc(alerts.id));
  return rows.map(({ id, severity, title, body, at }) => ({ id, severity, title, body, at: at.toISOString() }));
};

const selectPublished = async (db: Db, where: SQL | undefined, limit: number): Promise<PublishedAlert[]> => {
  const rows = await db
    .select({ alert: alerts, publisher: publishers.name, ender: enders.name })
    .from(alerts)
    .innerJoin(publishers, eq(publishers.id, alerts.publishedBy))
    .leftJoin(enders, eq(enders.id, alerts.endedBy))
    .where(where)
    .orderBy(desc(alerts.at), desc(alerts.id))
    .limit(limit);
  return rows.map(({ alert: { publishedBy, at, endedAt, endedBy, ...alert }, publisher, ender }) => ({
    ...alert,
    at: at.toISOString(),
    publishedBy: { id: publishedBy, name: publisher },
    endedAt: endedAt?.toISOString() ?? null,
    endedBy: endedBy === null || ender === null ? null : { id: endedBy, name: ender },
  }));
};

/** All that there were, the newest first, from behind a place on. */
export const findAlerts = (db: Db, { after, limit }: { after: Place | undefined; limit: number }): Promise<PublishedAlert[]> =>
  selectPublished(db, and(after && isAfter(after)), limit);

export const findAlert = async (db: Db, id: string): Promise<PublishedAlert | undefined> => {
  const [found] = await selectPublished(db, eq(alerts.id, id), 1);
  return found;
};
