import fc from "fast-check";
import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { modelRuns } from "#lib/client/testing/model-runs.ts";
import { BookingStep } from "#lib/contract/bookings.ts";
import { migrate } from "#lib/db/migrate.ts";
import { availabilityOfRooms } from "#lib/domain/housing/availability.reader.ts";
import { type BareServices, openBareServices } from "#lib/server/testing/bare-services.ts";
import { readBooks } from "../harness/booking-books.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { day } from "../harness/homes.ts";
import { faultsOf, type Kept } from "./testing/booking-laws.ts";
import { type Answer, createCast, live, type Story, story } from "./testing/booking-stories.ts";

/** Two processes without doors over one PostgreSQL: the real use cases, a thousand times in whatever order. */

const STORIES = modelRuns(1_000);
const cast = createCast();
let sql: postgres.Sql;
let nodes: [BareServices, BareServices];

beforeAll(async () => {
  const url = await createEmptyDatabase(inject("postgresUrl"), "uninest_interleavings");
  await migrate({ url, folder: "drizzle" });
  sql = postgres(url, { max: 1, onnotice: () => undefined });
  // Nobody pulls a plug here, and a thousand stories would wait for the disk some ten thousand times.
  await sql.unsafe("alter database uninest_interleavings set synchronous_commit = off");
  for (const { userId, name, role } of [...cast.students, cast.landlord])
    await sql`insert into users (id, email, name, role, password_hash) values (${userId}, ${userId}, ${name}, ${role}, '-')`;
  nodes = [openBareServices(url), openBareServices(url)];
});
afterAll(async () => {
  await Promise.all(nodes.map(({ close }) => close()));
  await sql.end();
});

const furnish = async (): Promise<string> => {
  const [listingId, roomId] = [v7(), v7()];
  await sql`with home as (
    insert into listings (id, landlord_id, title, city, street, tagline, description, amenities, photo_urls, published_at)
      values (${listingId}, ${cast.landlord.userId}, 'House', 'Testville', 'Bank 1', '', '', '{}', '{}', now()) returning id)
    insert into rooms (id, listing_id, position, name, rent_cents, deposit_cents, square_metres, available_from)
      select ${roomId}, id, 0, 'Room 1', 50000, 100000, 14, ${day(0)} from home`;
  return roomId;
};

/** The clock of the deadlines is the database's: instead of it going on, they come nearer. */
const timePasses = async (roomId: string): Promise<void> => {
  await sql`update bookings set deadline_at = deadline_at - interval '49 hours' where room_id = ${roomId}`;
};

const keptOf = async (roomId: string): Promise<Kept[]> => [
  ...(await sql<Kept[]>`
    select id, student_id as "studentId", landlord_id as "landlordId", status, version, reason,
      from_date::text as from, to_date::text as to,
      to_char(deadline_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "deadlineAt",
      (select json_agg(json_build_object('version', version, 'event', event, 'status', status, 'actorId', actor_id,
        'reason', reason, 'from', from_date, 'to', to_date, 'at', at) order by version)
        from booking_events where booking_id = bookings.id) as events
    from bookings where room_id = ${roomId}`),
];

/** What happens only once and was done is said again, on the other device. Resolves to whatever that has changed. */
const repeatFaults = async (answers: Answer[]): Promise<string[]> => {
  const done = answers.filter(({ step, code }) => code === undefined && step !== "request" && !step.endsWith("-dates")).at(-1);
  const actor = [...cast.students, cast.landlord].find(({ userId }) => userId === done?.actorId);
  if (!done || !actor) return [];
  const [first, second] = nodes;
  // Unread counts are told when they have been counted, which may be now.
  const heard = (): number => nodes.flatMap(({ told }) => told).filter(({ event }) => event !== "unread_count:updated").length;
  const before = { booking: await first.services.bookings.get(actor, done.id), heard: heard() };
  const words = done.step === "cancel" ? { reason: "other" } : {};
  const again = await second.services.bookings.step(actor, done.id, done.step as "approve", { ...words, expectedVersion: 1 });
  const isSame = JSON.stringify(again) === JSON.stringify(before.booking) && heard() === before.heard;
  return isSame ? [] : [`${done.step} of ${done.id}, once more, has changed something`];
};

/** What has come about in all stories together: steps taken, and reasons of refusals. */
const seen = new Map<string, number>();

const judge = async (told: Story): Promise<string[]> => {
  for (const node of nodes) node.told.length = 0;
  const roomId = await furnish();
  const answers = await live(told, { nodes, cast, roomId, timePasses });
  for (const { step, code, reason } of answers) {
    const what = code ? (reason ?? code) : step;
    seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  const [{ services, database }] = nodes;
  await services.bookings.expireDue();
  const faults = await repeatFaults(answers);
  const kept = await keptOf(roomId);
  const books = await readBooks((statement, parameters) => sql.unsafe(statement, parameters), [roomId], { reminders: false });
  const [room] = await database.read((db) => availabilityOfRooms(db, [roomId], new Date()));
  const news = nodes.flatMap((node) => node.told);
  const notices = books.entries.flatMap((entry) => entry.notices);
  return [...faults, ...books.faults, ...faultsOf({ kept, answers, told: news, room, notices })];
};

test("however the steps of several people interleave on two processes, nothing contradicts itself", async () => {
  const before = process.cpuUsage();
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      expect(await judge(told)).toEqual([]);
    }),
    { numRuns: STORIES, endOnFailure: process.env.SHRINK === undefined },
  );
  const { user, system } = process.cpuUsage(before);
  console.info(`${STORIES} stories in ${Math.round((user + system) / 1e6)} s of this process`, Object.fromEntries(seen));
  expect(nodes.flatMap(({ complaints }) => complaints)).toEqual([]);
  // Laws that nobody comes near are no laws: each step is taken, and each refusal heard.
  const refusals = ["stale_version", "illegal_step", "deadline_passed", "dates_held", "already_requested", "forbidden"];
  const rare = ["request", ...BookingStep.options, ...refusals].filter((what) => !seen.has(what));
  if (STORIES >= 1_000) expect(rare).toEqual([]);
}, 600_000);
