import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { NotificationPage } from "#lib/contract/notifications.ts";
import type { Viewing, ViewingReminderKind } from "#lib/contract/viewings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { settles, timePasses } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { type PushService, startPushService } from "../harness/push-service.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { execute } from "../harness/sql.ts";
import { agree, confirms, slot, steps } from "../harness/viewings.ts";

let service: PushService;
let server: RunningServer;
let databaseUrl: string;
let lena: Person;
let carol: Person;

beforeAll(async () => {
  service = await startPushService();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_viewing_reminders");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, PUSH_LOOPBACK: "1", RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "viewing-reminders", env });
  lena = await createPerson(server.baseUrl, "lena", "landlord");
  carol = await createPerson(server.baseUrl, "carol");
  for (const person of [lena, carol]) await subscribe(person, person.name);
}, OWN_SERVER_MS);

afterAll(async () => {
  expect([service.to("carol"), reminders(carol)]).toEqual([[], []]);
  disconnectAll(lena, carol);
  await server.stop();
  await service.stop();
});

const subscribe = async (person: Person, browser: string): Promise<void> => {
  const body = service.subscribe(browser);
  expect((await person.http("/api/push/subscriptions", { method: "POST", body })).status).toBe(201);
};

/** A viewing that is so far away that nothing of it is urgent but its reminders. */
const arranged = async (student: Person): Promise<Viewing> =>
  agree(student, lena, { roomId: (await createHome(databaseUrl, lena.id)).roomId, slots: [slot(100)] });

const reminders = ({ device }: Person, viewingId?: string): ViewingReminderKind[] =>
  device
    .heard("notification:new")
    .flatMap(({ about }) =>
      about.type === "viewing_reminder" && (viewingId === undefined || about.viewingId === viewingId) ? [about.kind] : [],
    )
    .sort();

const bodiesTo = (browser: string, { conversationId }: Viewing): string[] =>
  service
    .to(browser)
    .filter(({ payload }) => payload.tag === conversationId)
    .map(({ payload }) => payload.body);
const remindersTo = (browser: string, viewing: Viewing): string[] =>
  bodiesTo(browser, viewing)
    .filter((body) => body.startsWith("Your viewing"))
    .sort();

/** All that is to be done at its time is done. */
const allDone = async (): Promise<void> => {
  await timePasses(databaseUrl);
  await settles(databaseUrl);
};

/** All is done but what waits for its time. */
const idle = async (): Promise<void> => {
  const due = "select count(*)::int as count from graphile_worker._private_jobs where run_at <= now() or locked_at is not null";
  await expect.poll(async () => (await execute(databaseUrl, due))[0]?.count, { timeout: 15_000, interval: 50 }).toBe(0);
};

/** The time has come of what waits for it now, and all is done but what has been put off again. */
const dueDone = async (): Promise<void> => {
  await idle();
  await timePasses(databaseUrl);
  await idle();
};

test("the two are reminded in the centre, live and on their devices, each once, and nobody else", async () => {
  const anna = await createPerson(server.baseUrl, "anna");
  await subscribe(anna, "annas");
  const viewing = await arranged(anna);
  await allDone();
  await allDone();
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", dateStyle: "full", timeStyle: "short" });
  const at = time.format(new Date(slot(100).startsAt));
  const bodies = [`Your viewing is about to begin: ${at}`, `Your viewing is coming up: ${at}`];
  for (const [person, browser] of [
    [anna, "annas"],
    [lena, "lena"],
  ] as const) {
    expect([person.name, reminders(person, viewing.id), remindersTo(browser, viewing)]).toEqual([
      person.name,
      ["day", "hour"],
      bodies,
    ]);
    const { body } = await person.http<NotificationPage>("/api/notifications");
    const shown = body.items.filter(({ about }) => about.type === "viewing_reminder" && about.viewingId === viewing.id);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({
      actor: null,
      conversationId: viewing.conversationId,
      listing: { title: "House at the river" },
    });
  }
  disconnectAll(anna);
});

test("nobody is reminded of what was moved or cancelled", async () => {
  const [ben, dan] = [await createPerson(server.baseUrl, "ben"), await createPerson(server.baseUrl, "dan")];
  const [moved, cancelled] = [await arranged(ben), await arranged(dan)];
  const { body } = await steps(ben, "move", moved.id, { slots: [slot(150)] });
  expect((await confirms(lena, body)).status).toBe(200);
  expect((await steps(dan, "cancel", cancelled.id, { reason: "cannot_make_it" })).status).toBe(200);
  await allDone();
  expect([ben, lena].map((person) => reminders(person, moved.id))).toEqual([
    ["day", "hour"],
    ["day", "hour"],
  ]);
  expect([dan, lena].map((person) => reminders(person, cancelled.id))).toEqual([[], []]);
  disconnectAll(ben, dan);
});

test("an hour before passes quiet hours; a day before waits for their end, and is dropped when that is no more", async () => {
  const [eve, finn] = [await createPerson(server.baseUrl, "eve"), await createPerson(server.baseUrl, "finn")];
  const clock = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(11, 16);
  const quietHours = { from: clock(-3_600_000), until: clock(3_600_000), timeZone: "UTC" };
  const both = { push: true, email: true };
  const body = { channels: { bookings: both, viewings: both, messages: both }, quietHours };
  const viewings = new Map<Person, Viewing>();
  for (const person of [eve, finn]) {
    await subscribe(person, person.name);
    expect((await person.http("/api/notifications/preferences", { method: "PUT", body })).status).toBe(200);
    viewings.set(person, await arranged(person));
  }
  const of = (person: Person): Viewing => viewings.get(person) as Viewing;
  await dueDone();
  for (const person of [eve, finn])
    expect(remindersTo(person.name, of(person))).toEqual([expect.stringContaining("about to begin")]);

  expect((await steps(lena, "cancel", of(eve).id, { reason: "no_longer_free" })).status).toBe(200);
  await dueDone();
  expect(remindersTo("finn", of(finn)).map((text) => text.split(":")[0])).toEqual([
    "Your viewing is about to begin",
    "Your viewing is coming up",
  ]);
  expect(bodiesTo("eve", of(eve)).filter((text) => text.includes("coming up"))).toEqual([]);
  expect(bodiesTo("eve", of(eve))).toContain("lena cancelled the viewing");
  disconnectAll(eve, finn);
});
