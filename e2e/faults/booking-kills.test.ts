import { once } from "node:events";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Booking } from "#lib/contract/bookings.ts";
import { requests, takes } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { linesIn } from "../harness/server-log.ts";
import { execute } from "../harness/sql.ts";
import { bookingKillPoints } from "./bugs/booking-kill-points.ts";
import { bundleWithKillPoints } from "./bugs/kill-points.ts";
import { type House, openHouse } from "./house.ts";

const TEST_MS = 600_000;

let databaseUrl: string;
let house: House;
let lena: Person;

/** The next life, which ends at that point of the list once it is armed. */
const liveOn = (index: number) => {
  const next = bookingKillPoints[index];
  return house.start(next ? { KILL_AT: `${next.name}:1` } : {}, { isArmed: false });
};

beforeAll(async () => {
  // Of its own: the processes of other tests would do its jobs.
  databaseUrl = await createEmptyDatabase(inject("setting").postgresUrl, "uninest_booking_kills");
  const bundle = await bundleWithKillPoints("booking-kill-points", bookingKillPoints);
  house = await openHouse(
    { ...inject("setting"), databaseUrl },
    { name: "booking-kills", bundle, env: { LOG_LEVEL: "debug" }, isAlone: true },
  );
  await house.stop();
  await liveOn(0);
  lena = await createPerson(house.baseUrl, "lena", "landlord");
}, TEST_MS);
afterAll(async () => {
  disconnectAll(lena);
  await house.stop();
});

/** Everything that one step is to leave behind, as the database has it. */
const traces = async ({ id }: Booking) => {
  const [row] = await execute(
    databaseUrl,
    `select status, version,
        (select count(*)::int from booking_events where booking_id = booking.id) as events,
        (select count(*)::int from messages where system->>'bookingId' = booking.id::text
          and system->>'type' = 'booking_event') as lines,
        (select count(*)::int from notifications where about->>'bookingId' = booking.id::text
          and user_id = booking.student_id) as notices,
        (select count(*)::int from graphile_worker._private_jobs where payload->'data'->>'bookingId' = booking.id::text
          and (payload->'data'->>'deadlineAt')::timestamptz = booking.deadline_at) as reminders
      from bookings booking where id = $1::uuid`,
    [id],
  );
  return { ...row };
};

const asked = { status: "requested", version: 1, events: 1, lines: 1, notices: 0, reminders: 2 };
const approved = { status: "approved", version: 2, events: 2, lines: 2, notices: 1, reminders: 2 };

/** How often a job of that name was done, in all lives of the process. */
const timesDone = (name: string): number =>
  house.logs.reduce((sum, log) => sum + linesIn(log, new RegExp(`"job":"${name}".*"a job is done"`)).length, 0);

/** The notifications of that booking whose job waits, runs, or is dead. */
const waitingOf = async ({ id }: Booking): Promise<unknown[]> =>
  execute(
    databaseUrl,
    `select job.id from graphile_worker._private_jobs job join notifications on payload->'data'->>'notificationId' = notifications.id::text
      where about->>'bookingId' = $1`,
    [id],
  );

const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 40_000, interval: 100 });

test.each(bookingKillPoints)(
  "$name, $where: all of a step is there or none of it, and saying it again makes it whole",
  async ({ name, stored }) => {
    const anna = await createPerson(house.baseUrl, "anna");
    const { body: booking } = await requests(anna, { roomId: (await createHome(databaseUrl, lena.id)).roomId });
    expect(await traces(booking)).toEqual(asked);
    await eventually(() => waitingOf(booking)).toEqual([]);
    const before = timesDone("notification:mail");

    const dying = house.process();
    const died = once(dying, "exit");
    house.arm();
    await takes(lena, "approve", booking.id).catch(() => undefined);
    await died;
    expect(dying.signalCode).toBe("SIGKILL");
    expect(await traces(booking)).toEqual(stored ? approved : asked);

    await liveOn(bookingKillPoints.findIndex((point) => point.name === name) + 1);
    const again = await takes(lena, "approve", booking.id);
    expect([again.status, again.body.status, again.body.version]).toEqual([200, "approved", 2]);
    expect(await traces(booking)).toEqual(approved);
    await eventually(() => waitingOf(booking)).toEqual([]);
    expect(timesDone("notification:mail") - before).toBe(1);
    disconnectAll(anna);
  },
  TEST_MS,
);
