import ICAL from "ical.js";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import type { Viewing, ViewingPage, ViewingStep } from "#lib/contract/viewings.ts";
import { createHome, type Home } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";
import { agree, asks, confirms, slot, steps } from "../harness/viewings.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let anna: Person;
let ben: Person;
let carol: Person;
let lena: Person;

beforeAll(async () => {
  ({ anna, ben, carol } = await gather(baseUrl, "anna", "ben", "carol"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(anna, ben, carol, lena));

const home = (options?: Parameters<typeof createHome>[2]): Promise<Home> => createHome(databaseUrl, lena.id, options);
const history = async (person: Person, { conversationId }: Viewing): Promise<Message[]> =>
  (await person.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=100`)).body.messages;
const summary = async (person: Person, { conversationId }: Viewing): Promise<ConversationSummary> =>
  (await person.http<ConversationSummary>(`/api/conversations/${conversationId}`)).body;
const own = (person: Person, id: string) => person.http<Viewing>(`/api/viewings/${id}`);
const lines = (messages: Message[]) =>
  messages.flatMap(({ system }) => (system?.type === "viewing_event" ? [`${system.by} ${system.event}`] : []));
const cards = (messages: Message[]) => messages.flatMap(({ system }) => (system?.type === "viewing" ? [system.viewing] : []));
const isVersion =
  ({ id }: { id: string }, version: number) =>
  (viewing: Viewing): boolean =>
    viewing.id === id && viewing.version === version;
/** Times that were to come are over, by the clock of the database. */
const passes = async (id: string): Promise<void> => {
  const back = "- interval '400 days'";
  await execute(databaseUrl, `update viewing_slots set starts_at = starts_at ${back} where viewing_id = $1`, [id]);
  await execute(
    databaseUrl,
    `update viewings set starts_at = starts_at ${back}, deadline_at = deadline_at ${back} where id = $1`,
    [id],
  );
};

test("a viewing is asked for, countered, confirmed, moved and cancelled, and both see each step where it belongs", async () => {
  const { listingId, roomId } = await home();
  const mark = carol.device.mark();
  const first = [slot(24), slot(48)];
  const asked = await asks(anna, { roomId, slots: [...first].reverse(), message: "I am in town this week." });
  expect(asked.status).toBe(201);
  const { id } = asked.body;
  expect(asked.body).toMatchObject({
    listing: { id: listingId, timeZone: "Europe/Berlin" },
    room: { id: roomId },
    student: { id: anna.id },
    landlord: { id: lena.id },
    kind: "on_site",
    status: "proposed",
    version: 1,
    confirmed: null,
    offer: { by: "student", slots: first },
    steps: { student: ["propose", "cancel"], landlord: ["propose", "confirm", "cancel"] },
  });
  expect(await lena.device.hears("conversation:created", (one) => one.id === asked.body.conversationId)).toMatchObject({
    unreadCount: 2,
    lastMessage: { content: "I am in town this week." },
  });
  const countered = await steps(lena, "propose", id, { slots: [slot(30), slot(31)], expectedVersion: 1 });
  expect(countered.body).toMatchObject({ version: 2, offer: { by: "landlord", slots: [slot(30), slot(31)] } });
  const confirmed = await confirms(anna, countered.body, 1, { expectedVersion: 2 });
  expect(confirmed.body).toMatchObject({ version: 3, status: "confirmed", confirmed: slot(31), offer: null });
  const moving = await steps(anna, "move", id, { slots: [slot(50)] });
  expect(moving.body).toMatchObject({ version: 4, status: "confirmed", confirmed: slot(31), offer: { by: "student" } });
  const moved = await confirms(lena, moving.body);
  expect(moved.body).toMatchObject({ version: 5, status: "confirmed", confirmed: slot(50), offer: null });
  const cancelled = await steps(lena, "cancel", id, { reason: "no_longer_free" });
  expect(cancelled.body).toMatchObject({ version: 6, status: "cancelled", reason: "no_longer_free", confirmed: slot(50) });
  for (const { body } of [countered, confirmed, moving, moved, cancelled]) {
    for (const { device } of [anna, lena]) {
      expect(await device.hears("viewing:updated", isVersion(body, body.version))).toEqual(body);
      const card = await device.hears(
        "message:edited",
        ({ system }) => system?.type === "viewing" && isVersion(body, body.version)(system.viewing),
      );
      expect(card.system).toEqual({ type: "viewing", viewingId: id, viewing: body });
    }
  }
  for (const person of [anna, lena]) {
    const messages = await history(person, asked.body);
    expect(lines(messages)).toEqual([
      "student ask",
      "landlord propose",
      "student confirm",
      "student move",
      "landlord confirm",
      "landlord cancel",
    ]);
    expect(cards(messages)).toEqual([(await own(person, id)).body]);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  }
  expect(await carol.device.newsSince(mark)).toEqual([]);
});

test("a landlord asks in the conversation, and the card counts as unread for the student alone", async () => {
  const { listingId } = await home();
  const conversationId = await anna.opens(lena, listingId);
  const asked = await asks(lena, { conversationId });
  expect(asked).toMatchObject({ status: 201, body: { student: { id: anna.id }, room: null, offer: { by: "landlord" } } });
  expect((await summary(anna, asked.body)).unreadCount).toBe(1);
  expect((await summary(lena, asked.body)).unreadCount).toBe(0);
  await confirms(anna, asked.body);
  expect((await summary(lena, asked.body)).unreadCount).toBe(0);
  expect(lines(await history(anna, asked.body))).toEqual(["landlord ask", "student confirm"]);
});

test("a device that was away gets the changed card by its revision", async () => {
  const asked = await asks(anna, await home());
  const { rev } = await summary(anna, asked.body);
  const { body } = await confirms(lena, asked.body);
  const { changes } = await anna.device.does("session:sync", { cursors: { [body.conversationId]: rev } });
  const change = changes.find(({ conversation }) => conversation.id === body.conversationId);
  expect(cards(change?.messages ?? [])).toEqual([body]);
  expect(change?.conversation.rev).toBe(rev + 2);
});

describe("an offer to move", () => {
  test("can be dropped by either, and the viewing stays when it was", async () => {
    const agreed = await agree(anna, lena, await home());
    await steps(anna, "move", agreed.id, { slots: [slot(90)] });
    const kept = await steps(lena, "keep", agreed.id);
    expect(kept.body).toMatchObject({ version: 4, status: "confirmed", confirmed: agreed.confirmed, offer: null });
    expect((await steps(lena, "keep", agreed.id)).body.version).toBe(4);
    expect((await steps(anna, "keep", agreed.id)).body.details).toMatchObject({ reason: "illegal_step" });
    expect(lines(await history(anna, agreed)).slice(-2)).toEqual(["student move", "landlord keep"]);
  });

  test("lapses when its times have passed, and the viewing stays", async () => {
    const agreed = await agree(anna, lena, { ...(await home()), slots: [slot(100)] });
    await steps(anna, "move", agreed.id, { slots: [slot(2)] });
    await execute(databaseUrl, "update viewing_slots set starts_at = now() - interval '1 minute' where viewing_id = $1", [
      agreed.id,
    ]);
    await execute(databaseUrl, "update viewings set deadline_at = now() where id = $1", [agreed.id]);
    expect(await anna.device.hears("viewing:updated", isVersion(agreed, 4))).toMatchObject({
      status: "confirmed",
      confirmed: agreed.confirmed,
      offer: null,
    });
    expect(lines(await history(anna, agreed)).slice(-1)).toEqual(["server lapse"]);
  });
});

describe("time itself", () => {
  test("ends a viewing whose offered times have passed, once, and says nothing of what anybody has read", async () => {
    const asked = await asks(anna, await home());
    await lena.says(asked.body.conversationId, "Let me look into my calendar");
    await passes(asked.body.id);
    for (const { device } of [anna, lena]) {
      expect(await device.hears("viewing:updated", isVersion(asked.body, 2))).toMatchObject({ status: "expired", offer: null });
    }
    expect(lines(await history(anna, asked.body))).toEqual(["student ask", "server expire"]);
    expect((await summary(anna, asked.body)).unreadCount).toBe(1);
    expect((await confirms(lena, asked.body)).body.details).toMatchObject({ reason: "illegal_step", viewing: { version: 2 } });
  });

  test("ends a confirmed viewing when it is over", async () => {
    const agreed = await agree(anna, lena, await home());
    await passes(agreed.id);
    expect(await lena.device.hears("viewing:updated", isVersion(agreed, 3))).toMatchObject({ status: "done" });
    expect(lines(await history(lena, agreed)).slice(-1)).toEqual(["server finish"]);
  });

  test("wins against a step that comes too late, although nobody has looked yet", async () => {
    const asked = await asks(anna, await home());
    await passes(asked.body.id);
    const { status, body } = await confirms(lena, asked.body);
    expect(status).toBe(409);
    expect(body.details?.viewing).toMatchObject({ status: "expired", version: 2 });
    expect(lines(await history(anna, asked.body))).toEqual(["student ask", "server expire"]);
  });
});

describe("what is said again", () => {
  test("the same request is answered with the viewing that there is, however many come at once", async () => {
    const { listingId } = await home();
    const slots = [slot(24), slot(48)];
    const answers = await Promise.all(Array.from({ length: 5 }, () => asks(anna, { listingId, slots })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const [first] = answers;
    if (!first) throw new Error("no answer");
    expect(lines(await history(anna, first.body))).toEqual(["student ask"]);
  });

  test("a step that the same person has done is answered with the viewing as it is, and done once", async () => {
    const asked = await asks(anna, await home());
    const answers = await Promise.all([1, 2, 3].map(() => confirms(lena, asked.body, 0, { expectedVersion: 1 })));
    expect(answers.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 2],
      [200, 2],
      [200, 2],
    ]);
    const offer = { slots: [slot(70), slot(80)] };
    const offers = await Promise.all([1, 2].map(() => steps(anna, "move", asked.body.id, offer)));
    expect(offers.map(({ body: { version } }) => version)).toEqual([3, 3]);
    const ends = await Promise.all([1, 2].map(() => steps(anna, "cancel", asked.body.id, { reason: "found_another" })));
    expect(ends.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 4],
      [200, 4],
    ]);
    expect(lines(await history(lena, asked.body))).toEqual(["student ask", "landlord confirm", "student move", "student cancel"]);
  });
});

describe("what is refused", () => {
  test("a stale version, with the viewing as it is", async () => {
    const asked = await asks(anna, await home());
    const fresh = await steps(anna, "propose", asked.body.id, { slots: [slot(24), slot(70)] });
    const answer = await confirms(lena, asked.body, 0, { expectedVersion: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: "conflict", details: { reason: "stale_version" } } });
    expect(answer.body.details?.viewing).toEqual(fresh.body);
    expect((await confirms(lena, asked.body, 1)).body.details).toMatchObject({ reason: "not_offered" });
    expect((await confirms(lena, asked.body, 0, { expectedVersion: 2 })).status).toBe(200);
  });

  test.each<[ViewingStep, "anna" | "lena", object]>([
    ["confirm", "anna", { startsAt: slot(24).startsAt }],
    ["move", "anna", { slots: [slot(60)] }],
    ["move", "lena", { slots: [slot(60)] }],
    ["keep", "lena", {}],
  ])("%s by %s before its time", async (step, who, body) => {
    const asked = await asks(anna, await home());
    await anna.device.newsSince(0);
    const mark = anna.device.mark();
    const answer = await steps({ anna, lena }[who], step, asked.body.id, body);
    expect(answer).toMatchObject({ status: 409, body: { details: { reason: "illegal_step", viewing: asked.body } } });
    expect((await own(anna, asked.body.id)).body).toEqual(asked.body);
    expect((await anna.device.newsSince(mark)).filter(({ event }) => event.startsWith("viewing"))).toEqual([]);
  });

  test.each<[string, object]>([
    ["no time at all", { slots: [] }],
    ["six times", { slots: [1, 2, 3, 4, 5, 6].map((hours) => slot(hours)) }],
    ["a time that is over", { slots: [slot(-1)] }],
    ["a time in a year", { slots: [slot(24 * 365)] }],
    ["times that overlap", { slots: [slot(24), slot(24.25)] }],
    ["five minutes", { slots: [slot(24, 5)] }],
    ["half a minute past", { slots: [{ ...slot(24), startsAt: new Date(Date.now() + 7_200_500).toISOString() }] }],
    ["nothing", { listingId: undefined }],
    ["somebody else's viewing", { studentId: v7() }],
  ])("a request for %s", async (_, extra) => {
    const { listingId } = await home();
    expect((await asks(anna, { listingId }, extra)).status).toBe(400);
  });

  test("a home of a draft, of nobody, one's own without a student, another landlord's", async () => {
    const draft = await home({ isPublished: false });
    const { listingId } = await home();
    const rita = await createPerson(baseUrl, "rita", "landlord");
    expect((await asks(anna, { listingId: draft.listingId })).status).toBe(404);
    expect((await asks(anna, { listingId: v7() })).status).toBe(404);
    expect((await asks(lena, { listingId })).status).toBe(400);
    expect((await asks(rita, { listingId })).status).toBe(403);
    disconnectAll(rita);
  });

  test("a fourth viewing of two people that is not over", async () => {
    const { listingId } = await home();
    for (const hours of [24, 48, 72]) expect((await asks(anna, { listingId, slots: [slot(hours)] })).status).toBe(201);
    const fourth = await asks(anna, { listingId, slots: [slot(96)] });
    expect(fourth).toMatchObject({ status: 409, body: { details: { reason: "too_many" } } });
    expect((await asks(ben, { listingId })).status).toBe(201);
  });

  test("one who blocks or is blocked offers and confirms nothing, but may call off", async () => {
    const { listingId } = await home();
    const nora = await createPerson(baseUrl, "nora");
    const { body } = await asks(nora, { listingId });
    await lena.device.does("block:user", { userId: nora.id });
    expect(await asks(nora, { listingId, slots: [slot(99)] })).toMatchObject({ status: 403, body: { code: "blocked" } });
    expect((await steps(nora, "propose", body.id, { slots: [slot(99)] })).body.code).toBe("blocked");
    expect((await confirms(lena, body)).body.code).toBe("blocked");
    expect((await steps(nora, "cancel", body.id, { reason: "found_another" })).status).toBe(200);
    await lena.device.does("unblock:user", { userId: nora.id });
    disconnectAll(nora);
  });

  test("a cancellation without a reason, and one's own words count as another reason", async () => {
    const { body } = await asks(anna, await home());
    expect((await steps(anna, "cancel", body.id)).status).toBe(400);
    expect((await steps(anna, "cancel", body.id, { reason: "My bus is on strike" })).body).toMatchObject({
      status: "cancelled",
      reason: "other",
      note: "My bus is on strike",
      offer: null,
    });
  });

  test("an outsider is told the same of a viewing as of none, and learns nothing", async () => {
    const agreed = await agree(anna, lena, await home());
    const conversation = { conversationId: agreed.conversationId };
    for (const id of [agreed.id, v7()]) {
      expect((await own(ben, id)).body).toMatchObject({ code: "not_found" });
      expect((await steps(ben, "cancel", id, { reason: "other" })).body).toMatchObject({ code: "not_found" });
      expect((await ben.http(`/api/viewings/${id}/calendar.ics`)).body).toMatchObject({ code: "not_found" });
    }
    expect((await asks(ben, conversation)).body).toMatchObject({ code: "not_found" });
    const listed = (await ben.http<ViewingPage>("/api/viewings?limit=100")).body.items;
    expect(listed.filter(({ id }) => id === agreed.id)).toEqual([]);
  });
});

describe("two viewings at one time", () => {
  test("warn whoever offers or confirms, who may go on all the same", async () => {
    const landlord = await createPerson(baseUrl, "busy", "landlord");
    const here = await createHome(databaseUrl, landlord.id);
    const there = await createHome(databaseUrl, landlord.id);
    const slots = [slot(200)];
    await agree(anna, landlord, { listingId: here.listingId, slots });
    const { body } = await asks(ben, { listingId: there.listingId, slots });
    const warned = await confirms(landlord, body, 0, { despiteOverlap: false });
    expect(warned).toMatchObject({ status: 409, body: { details: { reason: "overlaps", whose: "yours", viewing: body } } });
    const again = await asks(anna, { listingId: there.listingId, slots }, { despiteOverlap: false });
    expect(again.body.details).toEqual({ reason: "overlaps", whose: "yours" });
    const countered = await steps(landlord, "propose", body.id, { slots: [slot(200.25)] });
    expect(countered.status).toBe(200);
    const told = await confirms(ben, countered.body, 0, { despiteOverlap: false });
    expect(told.body.details).toMatchObject({ reason: "overlaps", whose: "theirs" });
    expect((await confirms(ben, countered.body)).body.status).toBe("confirmed");
    disconnectAll(landlord);
  });

  test("are no clash where one home is shown to several at once", async () => {
    const { listingId } = await home();
    const slots = [slot(300)];
    await agree(anna, lena, { listingId, slots });
    const { body } = await asks(ben, { listingId, slots });
    expect((await confirms(lena, body, 0, { despiteOverlap: false })).status).toBe(200);
  });
});

test("the calendar file is one event for the two, which moves and ends with the viewing", async () => {
  const asked = await asks(anna, await home());
  const { id } = asked.body;
  const file = (person: Person) => person.http<string>(`/api/viewings/${id}/calendar.ics`);
  const read = async (person: Person) => {
    const { body } = await file(person);
    const calendar = new ICAL.Component(ICAL.parse(body));
    const [component, ...more] = calendar.getAllSubcomponents("vevent");
    if (!component || more.length > 0) throw new Error("not one event");
    const { uid, sequence, startDate } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status");
    return { uid, sequence, status, startsAt: startDate.toJSDate().toISOString() };
  };
  expect((await file(anna)).status).toBe(409);
  const confirmed = await confirms(lena, asked.body);
  const answer = await file(anna);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe("attachment");
  expect(answer.body).not.toContain("@people.test");
  const before = await read(anna);
  expect(before).toMatchObject({ sequence: 1, status: "CONFIRMED", startsAt: confirmed.body.confirmed?.startsAt });
  expect(await read(lena)).toEqual(before);
  const moving = await steps(lena, "move", id, { slots: [slot(77)] });
  const moved = await confirms(anna, moving.body);
  const after = await read(lena);
  expect(after).toEqual({ uid: before.uid, sequence: 3, status: "CONFIRMED", startsAt: moved.body.confirmed?.startsAt });
  await steps(anna, "cancel", id, { reason: "cannot_make_it" });
  expect(await read(lena)).toEqual({ ...after, sequence: 4, status: "CANCELLED" });
});

test("one's own viewings come newest first, page by page, on either side, open and past apart", async () => {
  const tom = await createPerson(baseUrl, "tom");
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.unshift((await asks(tom, await home())).body.id);
  const first = (await tom.http<ViewingPage>("/api/viewings?limit=2")).body;
  const second = (await tom.http<ViewingPage>(`/api/viewings?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  await steps(tom, "cancel", ids[0] ?? "", { reason: "found_another" });
  const past = (await lena.http<ViewingPage>("/api/viewings?filter=past&limit=100")).body.items;
  expect(past.map(({ id }) => id)).toContain(ids[0]);
  const open = (await tom.http<ViewingPage>("/api/viewings?filter=open")).body.items;
  expect(open.map(({ id }) => id)).toEqual(ids.slice(1));
  disconnectAll(tom);
});
