import { and, desc, eq, gt, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Role } from "#lib/contract/accounts.ts";
import type { FoundPerson, PeopleQuery } from "#lib/contract/people.ts";
import type { Db } from "#lib/db/client.ts";
import { literally } from "#lib/db/like.ts";
import { users } from "#lib/db/schema/index.ts";
import { suspensionOf } from "../accounts/account.policy.ts";

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  bannedUntil: users.bannedUntil,
  silencedUntil: users.silencedUntil,
  joinedAt: users.createdAt,
  /** When they left the last time, or used a session since. */
  lastSeenAt: sql<Date | null>`greatest(users.last_seen_at, (
    select max(last_seen_at) from sessions where user_id = users.id))`.mapWith(users.lastSeenAt),
  now: sql<Date>`now()`.mapWith(users.createdAt),
};

const select = (db: Db) => db.select(columns).from(users);

type Row = Awaited<ReturnType<typeof select>>[number];

const present = ({ bannedUntil, silencedUntil, joinedAt, lastSeenAt, now, ...person }: Row): FoundPerson => ({
  ...person,
  ban: suspensionOf({ bannedUntil }, now) ?? null,
  silencedUntil: silencedUntil && silencedUntil > now ? silencedUntil.toISOString() : null,
  joinedAt: joinedAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});

const ofStanding = (standing: PeopleQuery["standing"]): SQL | undefined => {
  if (standing === undefined) return undefined;
  return gt(standing === "banned" ? users.bannedUntil : users.silencedUntil, sql`now()`);
};

const called = (q: string | undefined): SQL | undefined => {
  const text = literally(q ?? "");
  return text === "" ? undefined : or(ilike(users.name, `%${text}%`), ilike(users.email, `%${text}%`));
};

type Wanted = Pick<PeopleQuery, "q" | "standing"> & {
  roles: readonly Role[];
  after: { at: Date; id: string } | undefined;
  limit: number;
};

/** People of these roles, the newest first. */
export const findPeople = async (db: Db, { q, standing, roles, after, limit }: Wanted): Promise<FoundPerson[]> => {
  const beyond = after && sql`(${users.createdAt}, ${users.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const rows = await select(db)
    .where(and(inArray(users.role, [...roles]), ofStanding(standing), called(q), beyond))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit);
  return rows.map(present);
};

/** Somebody, with what only their own page says. */
export const findPerson = async (db: Db, id: string) => {
  const [row] = await db
    .select({ ...columns, verifiedAt: users.verifiedAt, emailVerifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.id, id));
  if (!row) return undefined;
  const { verifiedAt, emailVerifiedAt, ...person } = row;
  return {
    person: present(person),
    emailVerified: emailVerifiedAt !== null,
    verifiedAt: verifiedAt?.toISOString() ?? null,
  };
};
