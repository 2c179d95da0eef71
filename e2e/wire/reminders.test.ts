import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { arrange, requests, takes } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome, type Home } from "../harness/homes.ts";
import { settles, timePasses } from "../harness/jobs.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";
import { execute } from "../harness/sql.ts";

let smtp: SmtpReceiver;
let server: RunningServer;
let databaseUrl: string;
let lena: Person;
let home: Home;

beforeAll(async () => {
  smtp = await startSmtpReceiver();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_reminders");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: "x".repeat(40), SMTP_URL: smtp.url, RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "reminders", env });
  lena = await createPerson(server.baseUrl, "lena", "landlord");
  home = await createHome(databaseUrl, lena.id, { rooms: 3 });
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(lena);
  await server.stop();
  await smtp.stop();
});

/** When a booking's reminders come, as shares of the time that there is from now. */
const sharesOf = async (bookingId: string): Promise<number[]> => {
  const rows = await execute(
    databaseUrl,
    `select round(extract(epoch from run_at - now()) / extract(epoch from deadline_at - now()), 2)::float as share
      from graphile_worker._private_jobs join bookings on payload->'data'->>'bookingId' = bookings.id::text
      where bookings.id = $1::uuid order by run_at`,
    [bookingId],
  );
  return rows.map(({ share }) => Number(share));
};

const remindersTo = ({ email }: Person) => smtp.to(email, "/inbox/");

test("a landlord is reminded at half and at nine tenths of the time to answer, each once, and the student is not", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const { body } = await requests(bob, { roomId: home.roomIds[0] ?? "" });
  expect(await sharesOf(body.id)).toEqual([0.5, 0.9]);
  await timePasses(databaseUrl);
  const { text } = await smtp.arrives(lena.email, "/inbox/", 2);
  expect(text).toContain(`${server.baseUrl}/inbox/${body.conversationId}`);
  await settles(databaseUrl);
  await timePasses(databaseUrl);
  await settles(databaseUrl);
  expect([remindersTo(lena).length, remindersTo(bob).length]).toEqual([2, 0]);
  disconnectAll(bob);
});

test("a student is reminded of what was approved, and of the new deadline alone", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const before = remindersTo(lena).length;
  const booking = await arrange(bob, lena, { roomId: home.roomIds[1] ?? "" }, "approve");
  expect(await sharesOf(booking.id)).toEqual([0.5, 0.9]);
  await timePasses(databaseUrl);
  await smtp.arrives(bob.email, "/inbox/", 2);
  await settles(databaseUrl);
  expect([remindersTo(lena).length - before, remindersTo(bob).length]).toEqual([0, 2]);
  disconnectAll(bob);
});

test("nobody is reminded of what has moved on, nor too late", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const before = remindersTo(lena).length;
  const roomId = home.roomIds[2] ?? "";
  const confirmed = await arrange(bob, lena, { roomId }, "approve", "confirm");
  expect((await takes(bob, "cancel", confirmed.id, { reason: "other", note: "No." })).status).toBe(200);
  const { body } = await requests(bob, { roomId });
  expect(await sharesOf(body.id)).toEqual([0.5, 0.9]);
  await execute(databaseUrl, "update bookings set deadline_at = deadline_at - interval '1 second' where id = $1::uuid", [
    body.id,
  ]);
  await timePasses(databaseUrl);
  await settles(databaseUrl);
  expect([remindersTo(lena).length - before, remindersTo(bob).length]).toEqual([0, 0]);
  disconnectAll(bob);
});
