import { and, asc, eq, like, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { users } from "#lib/db/schema/index.ts";
import { conversationRows } from "./build-conversation.ts";
import { addDays, fromWaking, toWaking, WAKING_DAY } from "./calendar.ts";
import { firstNames, lastNames } from "./content/people.ts";
import type { Utterance } from "./conversation.ts";
import { createIds } from "./ids.ts";
import { mergeConversations } from "./merge.ts";
import { createRandom, type Random } from "./random.ts";
import type { ConversationRows, UserRow } from "./rows.ts";
import { insertConversations, insertUsers, refuseRealPeople, takeSeedLock } from "./write-rows.ts";

export type StudentsSummary = { students: number; firstEmail: string; lastEmail: string };
type Landlord = { id: string; name: string };

const QUESTIONS = [
  "Hello {name}, do you have a room for the next term?",
  "Hi {name}! Is one of your rooms free soon?",
  "Good day {name}, may I ask you about a room?",
];
const ANSWERS = ["Hello! Yes, there is one. When would you like to come?", "Hi, gladly. What would you like to know?"];

const emailOf = (number: number) => `load${number}@uninest.test`;

const studentRow = (number: number, now: Date, makeId: (at: Date) => string): UserRow => {
  const first = firstNames[number % firstNames.length];
  const last = lastNames[Math.floor(number / firstNames.length) % lastNames.length];
  const createdAt = addDays(now, -8);
  const email = emailOf(number);
  return {
    id: makeId(createdAt),
    email,
    name: `${first} ${last}`,
    role: "student",
    emailVerifiedAt: createdAt,
    lastSeenAt: createdAt,
    createdAt,
  };
};

const fewWords = (landlord: Landlord, now: Date, random: Random): Utterance[] => {
  const asked = toWaking(now) - random.between(60, 6 * WAKING_DAY);
  const texts = [random.pick(QUESTIONS).replace("{name}", landlord.name), random.pick(ANSWERS)];
  return texts.map((text, index) => ({
    seq: index + 1,
    by: index === 0 ? 0 : 1,
    text,
    at: fromWaking(asked + index * random.between(1, 40)),
    repliesTo: null,
  }));
};

type Load = { from: number; count: number; landlords: Landlord[]; now: Date };

/** Extra students `load<from>` … as rows, each with a question to one landlord and the answer to it. */
export const buildStudents = ({ from, count, landlords, now }: Load): { users: UserRow[] } & ConversationRows => {
  const random = createRandom(from);
  const makeId = createIds(random);
  const students = Array.from({ length: count }, (_, index) => studentRow(from + index, now, makeId));
  const talks = students.map((student): ConversationRows => {
    const landlord = random.pick(landlords);
    const told = fewWords(landlord, now, random);
    const userIds = [student.id, landlord.id] as const;
    const ends = { by: 1, unread: 0 } as const;
    return conversationRows({ told, userIds, listingId: null, ends, marks: undefined }, { now, makeId, random });
  });
  return { users: students, ...mergeConversations(talks) };
};

const countLoaded = async (db: Db): Promise<number> => {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(users).where(like(users.email, "load%@uninest.test"));
  return row?.count ?? 0;
};

const demoLandlords = (db: Db): Promise<Landlord[]> =>
  db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.role, "landlord"), like(users.email, "landlord%@uninest.test")))
    .orderBy(asc(users.email));

/**
 * Adds `count` students after the ones of earlier calls (load1@uninest.test …), each with one conversation with a demo
 * landlord, in one transaction.
 * @throws {Error} when the demo is not loaded, or anybody but demo people has an account in this database
 */
export const loadStudents = (
  db: Db,
  { count, passwordHash, now }: { count: number; passwordHash: string; now: Date },
): Promise<StudentsSummary> =>
  db.transaction(async (tx) => {
    await takeSeedLock(tx);
    await refuseRealPeople(tx);
    const landlords = await demoLandlords(tx);
    if (landlords.length === 0) throw new Error("Load the demo first: there is no landlord to write to.");
    const from = (await countLoaded(tx)) + 1;
    const rows = buildStudents({ from, count, landlords, now });
    await insertUsers(tx, rows.users, passwordHash);
    await insertConversations(tx, rows);
    return { students: count, firstEmail: emailOf(from), lastEmail: emailOf(from + count - 1) };
  });
