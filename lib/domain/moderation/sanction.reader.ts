import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OwnSanction, Sanction } from "#lib/contract/sanctions.ts";
import type { Db } from "#lib/db/client.ts";
import { appeals, removedMessages, sanctions, users } from "#lib/db/schema/index.ts";

const people = alias(users, "people");
const actors = alias(users, "actors");
const lifters = alias(users, "lifters");

const MOST = 100;

const select = (db: Db) =>
  db
    .select({
      sanction: sanctions,
      person: { id: people.id, name: people.name, role: people.role },
      actor: { id: actors.id, name: actors.name },
      lifterName: lifters.name,
      appeal: appeals,
      messages: sql<number>`(select count(*)::int from ${removedMessages} where ${removedMessages.sanctionId} = ${sanctions.id})`,
    })
    .from(sanctions)
    .innerJoin(people, eq(people.id, sanctions.userId))
    .innerJoin(actors, eq(actors.id, sanctions.actorId))
    .leftJoin(lifters, eq(lifters.id, sanctions.liftedBy))
    .leftJoin(appeals, eq(appeals.sanctionId, sanctions.id));

type Row = Awaited<ReturnType<typeof select>>[number];

const appealOf = ({ appeal }: Row): OwnSanction["appeal"] =>
  appeal && {
    id: appeal.id,
    text: appeal.text,
    outcome: appeal.outcome,
    answer: appeal.answer,
    createdAt: appeal.createdAt.toISOString(),
    decidedAt: appeal.decidedAt?.toISOString() ?? null,
  };

const presentOwn = (row: Row): OwnSanction => {
  const { id, kind, rule, reason, until, createdAt, liftedAt } = row.sanction;
  return {
    id,
    kind,
    rule,
    reason,
    until: until?.toISOString() ?? null,
    messages: row.messages,
    createdAt: createdAt.toISOString(),
    liftedAt: liftedAt?.toISOString() ?? null,
    appeal: appealOf(row),
  };
};

const present = (row: Row): Sanction => {
  const { reportId, liftedBy } = row.sanction;
  return {
    ...presentOwn(row),
    person: row.person,
    actor: row.actor,
    reportId,
    liftedBy: liftedBy === null ? null : { id: liftedBy, name: row.lifterName ?? "" },
  };
};

const selectNewest = (db: Db, where: SQL) =>
  select(db).where(where).orderBy(desc(sanctions.createdAt), desc(sanctions.id)).limit(MOST);

/** What was done to a person, as they see it, the newest first. */
export const findOwnSanctions = async (db: Db, userId: string): Promise<OwnSanction[]> =>
  (await selectNewest(db, eq(sanctions.userId, userId))).map(presentOwn);

/** The same for those who decide. */
export const findSanctionsOf = async (db: Db, userId: string): Promise<Sanction[]> =>
  (await selectNewest(db, eq(sanctions.userId, userId))).map(present);

export const findOwnSanction = async (db: Db, userId: string, id: string): Promise<OwnSanction | undefined> => {
  const [row] = await select(db).where(and(eq(sanctions.id, id), eq(sanctions.userId, userId)));
  return row && presentOwn(row);
};

export const findSanction = async (db: Db, id: string): Promise<Sanction | undefined> => {
  const [row] = await select(db).where(eq(sanctions.id, id));
  return row && present(row);
};

/** Those of which the appeal waits, the oldest first. */
export const findAppealed = async (db: Db): Promise<Sanction[]> => {
  const rows = await select(db)
    .where(and(isNotNull(appeals.id), isNull(appeals.decidedAt)))
    .orderBy(asc(appeals.createdAt), asc(appeals.id))
    .limit(MOST);
  return rows.map(present);
};

/** Till when somebody is kept out, if they ever were; nothing for nobody. */
export const findBan = async (db: Db, userId: string): Promise<{ bannedUntil: Date | null } | undefined> => {
  const [row] = await db.select({ bannedUntil: users.bannedUntil }).from(users).where(eq(users.id, userId));
  return row;
};
