import { randomUUID } from "node:crypto";
import { asc, like, not, sql } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#lib/db/client.ts";
import { conversations, listingPhotos, listings, messages, participants, receiptMoves, users } from "#lib/db/schema/index.ts";
import type { ConversationRows, ListingRow, UserRow } from "./rows.ts";

/** PostgreSQL takes 65,535 parameters in one statement; this many of our widest rows stay far below. */
const CHUNK = 1_000;

/** Any number that no other use of advisory locks in this database takes. */
const SEED_LOCK = 7_213_005;

/** Inserts the rows, at most 1,000 in one statement. */
export const insertAll = async <Table extends PgTable>(db: Db, table: Table, rows: PgInsertValue<Table>[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await db.insert(table).values(rows.slice(start, start + CHUNK));
  }
};

/** Inserts people, all with one password. */
export const insertUsers = (db: Db, rows: UserRow[], passwordHash: string): Promise<void> =>
  insertAll(
    db,
    users,
    rows.map((row) => ({ ...row, passwordHash })),
  );

/** Inserts homes, and their photos as rows beside the addresses in them. */
export const insertListings = async (db: Db, rows: ListingRow[]): Promise<void> => {
  await insertAll(db, listings, rows);
  const photos = rows.flatMap(({ id, photoUrls }) =>
    photoUrls.map((url, position) => ({ id: randomUUID(), listingId: id, position, url })),
  );
  await insertAll(db, listingPhotos, photos);
};

/** Inserts conversations with all that belongs to them. */
export const insertConversations = async (db: Db, rows: ConversationRows): Promise<void> => {
  await insertAll(db, conversations, rows.conversations);
  await insertAll(db, participants, rows.participants);
  await insertAll(db, messages, rows.messages);
  await insertAll(db, receiptMoves, rows.receiptMoves);
};

/** Two processes that start at once load one after the other: held until the transaction ends. */
export const takeSeedLock = async (db: Db): Promise<void> => {
  await db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
};

/** @throws {Error} when anybody but demo people has an account: made-up talk does not belong among real people. */
export const refuseRealPeople = async (db: Db): Promise<void> => {
  const real = not(like(users.email, "%@uninest.test"));
  const [stranger] = await db.select({ id: users.id }).from(users).where(real).orderBy(asc(users.id)).limit(1);
  if (stranger) throw new Error("This database holds real accounts, so no demo data is loaded into it.");
};
