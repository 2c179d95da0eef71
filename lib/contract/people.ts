import * as z from "zod";
import { Role, Session } from "./accounts.ts";
import { limits } from "./limits.ts";
import { Cursor, Id, pageLimit, Text, Timestamp } from "./primitives.ts";
import { ReportHistory } from "./reports.ts";
import { Sanction } from "./sanctions.ts";

const personStandings = ["banned", "silenced"] as const;

/** `q`: a part of the name or of the address. */
export const PeopleQuery = z.strictObject({
  q: Text.refine((text) => text.length <= 100, "is too long").optional(),
  role: Role.optional(),
  standing: z.enum(personStandings).optional(),
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** Somebody as those who look after the house find them. */
export const FoundPerson = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: Role,
    /** Kept out now; `until` is null for no end. */
    ban: z.strictObject({ until: Timestamp.nullable() }).nullable(),
    /** Reads and does not write until then; null: writes. */
    silencedUntil: Timestamp.nullable(),
    joinedAt: Timestamp,
    lastSeenAt: Timestamp.nullable(),
  })
  .meta({ id: "FoundPerson" });
export type FoundPerson = z.infer<typeof FoundPerson>;

export const PeoplePage = z.strictObject({ items: z.array(FoundPerson), nextCursor: z.string().nullable() });
export type PeoplePage = z.infer<typeof PeoplePage>;

/** A place where somebody is signed in. */
export const PersonSession = Session.omit({ current: true }).meta({ id: "PersonSession" });
export type PersonSession = z.infer<typeof PersonSession>;

/** All that there is to know of somebody before something is done to them. */
export const PersonFile = z
  .strictObject({
    person: FoundPerson,
    emailVerified: z.boolean(),
    /** When staff checked who this is. */
    verifiedAt: Timestamp.nullable(),
    reports: ReportHistory,
    /** What was done to them, newest first; the last hundred. */
    sanctions: z.array(Sanction),
    sessions: z.array(PersonSession),
  })
  .meta({ id: "PersonFile" });
export type PersonFile = z.infer<typeof PersonFile>;

/** One of somebody's sessions, or, without it, all. */
export const SessionsEnd = z.strictObject({ sessionId: Id.optional() });
export type SessionsEnd = z.infer<typeof SessionsEnd>;
