import ICAL from "ical.js";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Viewing } from "#lib/contract/viewings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { settles, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { type ReceivedMail, type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";
import { execute } from "../harness/sql.ts";
import { agree, confirms, slot, steps } from "../harness/viewings.ts";

let smtp: SmtpReceiver;
let server: RunningServer;
let databaseUrl: string;
let anna: Person;
let ben: Person;
let lena: Person;

beforeAll(async () => {
  smtp = await startSmtpReceiver();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_viewing_mails");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, SMTP_URL: smtp.url, RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "viewing-mails", env });
  [anna, ben, lena] = await Promise.all([joins("anna"), joins("ben"), joins("lena", "landlord")]);
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(anna, ben, lena);
  await server.stop();
  await smtp.stop();
});

/** Somebody whose address is confirmed. */
const joins = async (name: string, role: "student" | "landlord" = "student"): Promise<Person> => {
  const person = await createPerson(server.baseUrl, name, role);
  await execute(databaseUrl, "update users set email_verified_at = now() where id = $1", [person.id]);
  return person;
};

/** A viewing that is so far away that nothing of it is urgent. */
const arranged = async (student: Person, hours = 100): Promise<Viewing> =>
  agree(student, lena, { roomId: (await createHome(databaseUrl, lena.id)).roomId, slots: [slot(hours)] });

const moves = async (student: Person, { id }: Viewing, hours: number): Promise<void> => {
  expect((await confirms(lena, (await steps(student, "move", id, { slots: [slot(hours)] })).body)).status).toBe(200);
};

const subjectOf = ({ headers }: ReceivedMail): string => /^Subject: (.+)$/im.exec(headers)?.[1]?.trim() ?? "";
const REMINDERS = ["A viewing of yours is about to begin", "A viewing of yours is coming up"];
const remindersTo = ({ email }: Person, { conversationId }: Viewing): ReceivedMail[] =>
  smtp.to(email, `/inbox/${conversationId}`).filter((mail) => REMINDERS.includes(subjectOf(mail)));
const subjectsTo = (person: Person, viewing: Viewing): string[] => remindersTo(person, viewing).map(subjectOf).sort();

/** How many hours before its time a viewing's reminders come. */
const hoursBefore = async ({ id }: Viewing): Promise<number[]> => {
  const rows = await execute(
    databaseUrl,
    `select extract(epoch from (payload->'data'->>'startsAt')::timestamptz - run_at)::int / 3600 as hours
      from graphile_worker._private_jobs
      where payload->'data'->>'viewingId' = $1 and payload->'data'->>'kind' is not null order by run_at`,
    [id],
  );
  return rows.map(({ hours }) => Number(hours));
};

test("the two are reminded of a viewing a day and an hour before, each once, on the clock of the home", async () => {
  const una = await createPerson(server.baseUrl, "una");
  const [viewing, ofUna] = [await arranged(anna), await arranged(una)];
  expect(await hoursBefore(viewing)).toEqual([24, 1]);
  for (let time = 1; time <= 2; time += 1) {
    await timePasses(databaseUrl);
    await settles(databaseUrl);
  }
  for (const person of [anna, lena]) expect(subjectsTo(person, viewing)).toEqual(REMINDERS);
  const [mail] = remindersTo(anna, viewing);
  const at = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", dateStyle: "full", timeStyle: "short" });
  expect(mail?.text).toContain(`${at.format(new Date(slot(100).startsAt))} on the clock of the home (Europe/Berlin)`);
  expect(mail?.text).not.toMatch(/anna|lena|House at the river|Bank 1/);
  // An address that nobody has shown to be theirs gets none.
  expect([subjectsTo(una, ofUna), subjectsTo(lena, ofUna)]).toEqual([[], REMINDERS]);
  disconnectAll(una);
});

test("nobody is reminded of what was moved or cancelled, nor who does not want it", async () => {
  const [moved, cancelled] = [await arranged(anna), await arranged(ben)];
  await moves(anna, moved, 150);
  expect((await steps(ben, "cancel", cancelled.id, { reason: "cannot_make_it" })).status).toBe(200);
  const channels = {
    bookings: { push: true, email: true },
    viewings: { push: true, email: false },
    messages: { push: true, email: true },
    mentions: { push: true },
  };
  const wishes: NotificationPreferences = { channels, quietHours: null };
  await anna.http("/api/notifications/preferences", { method: "PUT", body: wishes });
  await timePasses(databaseUrl);
  await settles(databaseUrl);
  expect([anna, ben, lena].map((person) => subjectsTo(person, cancelled))).toEqual([[], [], []]);
  expect([anna, lena].map((person) => subjectsTo(person, moved))).toEqual([[], REMINDERS]);
});

/** What a mail program reads of a mail with a calendar entry. */
const entryOf = ({ raw }: ReceivedMail) => {
  const [, method = "", body = ""] =
    /^Content-Type: text\/calendar;.*?method=(\w+).*?base64\r\n\r\n(.*?)\r\n--/ms.exec(raw) ?? [];
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(body, "base64").toString("utf8")));
  const [component, ...more] = calendar.getAllSubcomponents("vevent");
  if (!component || more.length > 0) throw new Error("not one event");
  expect(calendar.getFirstPropertyValue("method")).toBe(method);
  const { uid, sequence, startDate } = new ICAL.Event(component);
  const attendees = component.getAllProperties("attendee").map((one) => one.getFirstValue());
  const status = component.getFirstPropertyValue("status");
  return { method, uid, sequence, status, attendees, startsAt: startDate.toJSDate().toISOString() };
};

const entriesTo = ({ email }: Person, { conversationId }: Viewing) =>
  smtp
    .to(email, `/inbox/${conversationId}`)
    .filter(({ raw }) => raw.includes("text/calendar"))
    .map(entryOf);

test("an agreement, a move and an end come to both calendars by mail, as one event that changes", async () => {
  const [dan, una] = [await joins("dan"), await createPerson(server.baseUrl, "una")];
  const [viewing, ofUna] = [await arranged(dan, 30), await arranged(una, 31)];
  const { email } = dan;
  await smtp.arrives(email, `/inbox/${viewing.conversationId}`, 1);
  await moves(dan, viewing, 60);
  await smtp.arrives(email, `/inbox/${viewing.conversationId}`, 2);
  await steps(lena, "cancel", viewing.id, { reason: "no_longer_free" });
  await timePasses(databaseUrl);
  await settles(databaseUrl);
  const uid = `${viewing.id}@viewings.uninest`;
  const [at, later] = [slot(30).startsAt, slot(60).startsAt];
  const attendees = [`MAILTO:${email}`];
  expect(entriesTo(dan, viewing)).toEqual([
    { method: "REQUEST", uid, sequence: 1, status: "CONFIRMED", attendees, startsAt: at },
    { method: "REQUEST", uid, sequence: 3, status: "CONFIRMED", attendees, startsAt: later },
    { method: "CANCEL", uid, sequence: 4, status: "CANCELLED", attendees, startsAt: later },
  ]);
  const ofLena = entriesTo(lena, viewing);
  expect(ofLena.at(-1)).toEqual({ ...entriesTo(dan, viewing).at(-1), attendees: [`MAILTO:${lena.email}`] });
  // These are the mails of it: no other says the same.
  expect(smtp.to(email, `/inbox/${viewing.conversationId}`).map(subjectOf)).toEqual([
    "Your viewing is confirmed",
    "Your viewing is confirmed",
    "Your viewing is cancelled",
  ]);
  expect(entriesTo(una, ofUna)).toEqual([]);
  disconnectAll(dan, una);
});
