import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** Folded by the contract's `Email`, so that equal addresses are equal strings. */
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ["student", "landlord", "moderator", "admin"] }).notNull(),
    passwordHash: text().notNull(),
    avatarUrl: text(),
    /** When staff last checked who this is; only the server sets it. */
    verifiedAt: instant(),
    lastSeenAt: instant(),
    /** When a mail to this address was last seen to arrive. */
    emailVerifiedAt: instant(),
    /** Keeps this person out until then; a ban without an end ends with time. */
    bannedUntil: instant(),
    banReason: text(),
    /** Lets this person read and not write until then. */
    silencedUntil: instant(),
    /** When role or ban last changed, by whatever way: a trigger sets it, and the watch of live sockets looks for it. */
    accessChangedAt: instant(),
    createdAt: now(),
  },
  (table) => [
    check("users_role", sql`${table.role} in ('student', 'landlord', 'moderator', 'admin')`),
    index().on(table.accessChangedAt),
  ],
);

/** One sign-in, in a browser or by token. Whatever carries its id is worth nothing once it is revoked. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ["web", "token"] }).notNull(),
    deviceName: text(),
    createdAt: now(),
    /** When it was last used, to the minute. */
    lastSeenAt: now(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** Why it was revoked, as its devices are told: `session:revoked`. */
    endReason: text(),
    /** When a moderator found that it is the person who writes from here. */
    trustedAt: instant(),
  },
  (table) => [index().on(table.userId), index().on(table.revokedAt), index().on(table.expiresAt)],
);

/** What was promised by mail. Only hashes; one of each purpose for a person, so that the newest is the only one that is worth anything. */
export const verifications = pgTable(
  "verifications",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    purpose: text({ enum: ["password_reset", "email"] }).notNull(),
    tokenHash: text().notNull(),
    createdAt: now(),
    expiresAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.purpose] }), uniqueIndex().on(table.tokenHash)],
);

/** Only hashes: a copy of this table signs nobody in. A used one stays, so that its second use is seen. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    tokenHash: text().primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    createdAt: now(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [index().on(table.sessionId)],
);

export const devices = pgTable(
  "devices",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    deviceId: uuid().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.deviceId] })],
);
