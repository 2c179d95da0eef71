import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { NotificationPage } from "#lib/contract/notifications.ts";
import { arrange, requests } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { enqueue, queueOf } from "../harness/jobs.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { type ReceivedMail, type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";
import { execute } from "../harness/sql.ts";
import { asks, confirms, slot } from "../harness/viewings.ts";

const PATH = "/api/notifications/preferences";
const HOUR_MS = 3_600_000;

let smtp: SmtpReceiver;
let server: RunningServer;
let databaseUrl: string;
let lena: Person;
let carol: Person;

beforeAll(async () => {
  smtp = await startSmtpReceiver();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_mails_of_news");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, SMTP_URL: smtp.url, RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "mails-of-news", env });
  [lena, carol] = await Promise.all([joins("lena", "landlord"), joins("carol")]);
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(lena, carol);
  await server.stop();
  await smtp.stop();
});

/** Somebody whose address is confirmed. */
const joins = async (name: string, role: "student" | "landlord" = "student"): Promise<Person> => {
  const person = await createPerson(server.baseUrl, name, role);
  await execute(databaseUrl, "update users set email_verified_at = now() where id = $1", [person.id]);
  return person;
};

const freshRoom = async (): Promise<string> => (await createHome(databaseUrl, lena.id)).roomId;
const prefers = (person: Person, body: unknown) => person.http<NotificationPreferences>(PATH, { method: "PUT", body });
const all: NotificationPreferences = {
  channels: {
    bookings: { push: true, email: true },
    viewings: { push: true, email: true },
    messages: { push: true, email: true },
    mentions: { push: true },
  },
  quietHours: null,
};

/** News by mail: what is neither a link to confirm an address nor a reminder. */
const newsTo = ({ email }: Person): ReceivedMail[] =>
  smtp.mails.filter((mail) => mail.to.includes(email) && /^List-Unsubscribe:/im.test(mail.headers));
const subjectsTo = (person: Person): string[] =>
  newsTo(person).map(({ headers }) => /^Subject: (.+)$/im.exec(headers)?.[1]?.trim() ?? "");

const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 15_000, interval: 50 });

/** Resolves once everybody has been mailed who is to be mailed now. */
const allMailed = () =>
  eventually(async () =>
    (await queueOf(databaseUrl)).filter(({ name }) => /^(notification|digest):|^account:mail|^viewing:invite/.test(name)),
  ).toEqual([]);

/** Somebody looks after what has been unread for long, as somebody does every minute. */
const sweeps = async (): Promise<void> => {
  const before =
    "select count(*)::int as count from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id where identifier = 'digest:sweep'";
  await enqueue(databaseUrl, "digest:sweep", [{}]);
  await eventually(async () => (await execute(databaseUrl, before))[0]?.count).toBe(0);
  await allMailed();
};

/** All that was written and told so far was so long ago. */
const minutesPass = async (minutes: number): Promise<void> => {
  for (const table of ["messages", "notifications"])
    await execute(databaseUrl, `update ${table} set created_at = created_at - $1::int * interval '1 minute'`, [String(minutes)]);
  await execute(databaseUrl, "update notification_preferences set digested_at = digested_at - $1::int * interval '1 minute'", [
    String(minutes),
  ]);
};

test("who is asked for something is mailed at once, with nothing in it that people wrote; nobody else, and nothing else", async () => {
  const [anna, unconfirmed] = [await joins("anna"), await createPerson(server.baseUrl, "una", "landlord")];
  const booking = await arrange(anna, lena, { roomId: await freshRoom() }, "approve", "confirm");
  await requests(anna, { roomId: (await createHome(databaseUrl, unconfirmed.id)).roomId });
  await allMailed();
  expect(subjectsTo(lena)).toEqual(["A student asks for your room"]);
  expect(subjectsTo(anna)).toEqual(["Your request is approved"]);
  expect([newsTo(carol), newsTo(unconfirmed)]).toEqual([[], []]);
  const [mail] = newsTo(lena);
  expect(mail?.text).toContain(`${server.baseUrl}/inbox/${booking.conversationId}`);
  expect(mail?.text).not.toMatch(/anna|House at the river|Room 1/);
  disconnectAll(anna, unconfirmed);
});

test("what has been read by then is not mailed", async () => {
  const ben = await joins("ben");
  const before = newsTo(lena).length;
  await requests(ben, { roomId: await freshRoom() });
  await eventually(() => newsTo(lena).length).toBe(before + 1);
  const { body } = await lena.http<NotificationPage>("/api/notifications?limit=1");
  expect((await lena.http("/api/notifications/read", { method: "POST", body: {} })).status).toBe(200);
  await enqueue(databaseUrl, "notification:mail", [{ notificationId: body.items[0]?.id ?? "" }]);
  await allMailed();
  expect(newsTo(lena)).toHaveLength(before + 1);
  disconnectAll(ben);
});

test("what is unread for a quarter of an hour is one mail, once, and another only for what is newer", async () => {
  const [dan, eve, finn] = [await joins("dan"), await joins("eve"), await joins("finn")];
  const [withEve, withFinn] = [await eve.opens(dan), await finn.opens(dan)];
  for (const text of ["Is it still free?", "Hello?"]) await eve.says(withEve, text);
  await finn.says(withFinn, "Any pets?");
  await sweeps();
  expect(newsTo(dan)).toEqual([]);
  await minutesPass(16);
  await sweeps();
  await sweeps();
  expect(subjectsTo(dan)).toEqual(["What you have not read yet"]);
  const [mail] = newsTo(dan);
  expect(mail?.text).toContain("unread messages in 2 conversations");
  expect(mail?.text).not.toMatch(/still free|Hello\?|pets|eve|finn/);
  await minutesPass(60);
  await sweeps();
  expect(newsTo(dan)).toHaveLength(1);

  await eve.says(withEve, "Last try");
  await minutesPass(16);
  await sweeps();
  expect(newsTo(dan)).toHaveLength(2);
  expect([newsTo(eve), newsTo(finn), newsTo(carol)]).toEqual([[], [], []]);
  disconnectAll(dan, eve, finn);
});

test("what was read, what is muted and who does not want it: no mail", async () => {
  const [gina, hal, ida, jan] = await Promise.all(["gina", "hal", "ida", "jan"].map((name) => joins(name)));
  if (!gina || !hal || !ida || !jan) throw new Error("somebody is missing");
  const talks = [await gina.opens(hal), await gina.opens(ida), await gina.opens(jan)];
  for (const talk of talks) await gina.says(talk, "Are you there?");
  await hal.device.does("message:read", { conversationId: talks[0] ?? "", seq: 1 });
  await ida.device.does("mute:conversation", { conversationId: talks[1] ?? "" });
  await prefers(jan, { ...all, channels: { ...all.channels, messages: { push: true, email: false } } });
  await minutesPass(16);
  await sweeps();
  expect([newsTo(hal), newsTo(ida), newsTo(jan)]).toEqual([[], [], []]);
  disconnectAll(gina, hal, ida, jan);
});

test("quiet hours hold what is not urgent until they end, and lose nothing; what is urgent gets through", async () => {
  const [kim, leo] = [await joins("kim", "landlord"), await joins("leo")];
  const clock = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(11, 16);
  const quietHours = { from: clock(-HOUR_MS), until: clock(HOUR_MS), timeZone: "UTC" };
  expect((await prefers(kim, { ...all, quietHours })).body).toEqual({ ...all, quietHours });
  await leo.says(await leo.opens(kim), "Good night");
  await minutesPass(16);
  await sweeps();
  expect(newsTo(kim)).toEqual([]);
  await requests(leo, { roomId: (await createHome(databaseUrl, kim.id)).roomId });
  await allMailed();
  expect(subjectsTo(kim)).toEqual(["A student asks for your room"]);
  await prefers(kim, all);
  await sweeps();
  expect(subjectsTo(kim)).toEqual(["A student asks for your room", "What you have not read yet"]);
  disconnectAll(kim, leo);
});

test("the link in a mail turns its kind off without a session, and nothing else; a forged one does nothing", async () => {
  const [mia, ned] = [await joins("mia", "landlord"), await joins("ned")];
  const roomOfMia = async (): Promise<string> => (await createHome(databaseUrl, mia.id)).roomId;
  await requests(ned, { roomId: await roomOfMia() });
  await eventually(() => newsTo(mia).length).toBe(1);
  const headers = newsTo(mia)[0]?.headers.replace(/\r\n\s+/g, " ") ?? "";
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im);
  const [, url = ""] = /^List-Unsubscribe: <([^>]+)>$/im.exec(headers) ?? [];
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const post = (to: string) => request(to, { method: "POST", body: "List-Unsubscribe=One-Click", headers: form });
  expectProblem("forged", await post(url.replace(mia.id, ned.id)), "not_found");
  expectProblem("cut", await post(url.slice(0, -1)), "not_found");
  expect((await request(url)).status).toBe(405);
  expect((await mia.http(PATH)).body).toEqual(all);
  for (let time = 1; time <= 2; time += 1) expect(await post(url)).toMatchObject({ status: 200, body: { kind: "bookings" } });
  const channels = { ...all.channels, bookings: { push: true, email: false } };
  expect((await mia.http(PATH)).body).toEqual({ channels, quietHours: null });
  expect((await ned.http(PATH)).body).toEqual(all);
  await requests(ned, { roomId: await roomOfMia() });
  await allMailed();
  expect(newsTo(mia)).toHaveLength(1);
  disconnectAll(mia, ned);
});

test("a viewing that is near is mailed at once, one further away with all that is unread, and each has its own way out", async () => {
  const [olga, pia] = [await joins("olga", "landlord"), await joins("pia")];
  const asksFor = async (hours: number) =>
    asks(pia, { roomId: (await createHome(databaseUrl, olga.id)).roomId, slots: [slot(hours)] });
  await asksFor(24);
  await minutesPass(16);
  await sweeps();
  expect(subjectsTo(olga)).toEqual(["You are asked for a viewing soon"]);
  await asksFor(100);
  await minutesPass(16);
  await sweeps();
  expect(subjectsTo(olga)).toEqual(["You are asked for a viewing soon", "What you have not read yet"]);
  const [, url = ""] = /^List-Unsubscribe: <([^>]+)>$/im.exec(newsTo(olga)[0]?.headers.replace(/\r\n\s+/g, " ") ?? "") ?? [];
  expect(await request(url, { method: "POST" })).toMatchObject({ status: 200, body: { kind: "viewings" } });
  const channels = { ...all.channels, viewings: { push: true, email: false } };
  expect((await olga.http(PATH)).body).toEqual({ channels, quietHours: null });
  const { body } = await asksFor(25);
  await allMailed();
  expect(newsTo(olga)).toHaveLength(2);
  // What is agreed on has come with its calendar entry.
  await confirms(olga, body);
  await allMailed();
  await minutesPass(16);
  await sweeps();
  expect(subjectsTo(pia)).toEqual(["Your viewing is confirmed"]);
  disconnectAll(olga, pia);
});

test("preferences are said whole, with a time zone that there is", async () => {
  const quiet = { from: "22:00", until: "07:00", timeZone: "Europe/Berlin" };
  const refused: unknown[] = [
    { channels: all.channels },
    { ...all, more: 1 },
    { ...all, channels: { ...all.channels, bookings: { push: true, email: "yes" } } },
    { ...all, channels: { bookings: all.channels.bookings, messages: all.channels.messages } },
    ...[
      { ...quiet, from: "24:00" },
      { ...quiet, from: "7:00" },
      { ...quiet, until: "22:00" },
      { ...quiet, timeZone: "Europe/Atlantis" },
      { ...quiet, timeZone: "" },
    ].map((quietHours) => ({ ...all, quietHours })),
  ];
  for (const body of refused) expectProblem(JSON.stringify(body), await prefers(carol, body), "validation_failed");
  expect((await carol.http(PATH)).body).toEqual(all);
  expectProblem("a guest", await request(`${server.baseUrl}${PATH}`), "unauthenticated");
});
