import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** Folded by the contract's `Email`, so that equal addresses are equal strings. */
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ["student", "landlord", "admin"] }).notNull(),
    passwordHash: text().notNull(),
    avatarUrl: text(),
    /** When staff last checked who this is; only the server sets it. */
    verifiedAt: instant(),
    lastSeenAt: instant(),
    createdAt: now(),
  },
  (table) => [check("users_role", sql`${table.role} in ('student', 'landlord', 'admin')`)],
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
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [index().on(table.userId)],
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
