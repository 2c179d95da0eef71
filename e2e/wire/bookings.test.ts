import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Booking, BookingHistory, BookingPage, BookingStep } from "#lib/contract/bookings.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import { arrange, requests, takes } from "../harness/bookings.ts";
import { createHome, day, type Home } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

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
const history = async (person: Person, { conversationId }: Booking): Promise<Message[]> =>
  (await person.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=100`)).body.messages;
const summary = async (person: Person, { conversationId }: Booking): Promise<ConversationSummary> =>
  (await person.http<ConversationSummary>(`/api/conversations/${conversationId}`)).body;
const own = async (person: Person, id: string) => person.http<Booking>(`/api/bookings/${id}`);
const lines = (messages: Message[]) =>
  messages.flatMap(({ system }) => (system?.type === "booking_event" ? [`${system.by} ${system.event}`] : []));
const cards = (messages: Message[]) => messages.flatMap(({ system }) => (system?.type === "booking" ? [system.booking] : []));
const gatherHistories = (id: string) =>
  Promise.all([anna, lena].map(async (one) => (await one.http<BookingHistory>(`/api/bookings/${id}/events`)).body.items));
const overdue = (id: string) =>
  execute(databaseUrl, "update bookings set deadline_at = clock_timestamp() - interval '1 second' where id = $1", [id]);
const isChange =
  ({ id }: { id: string }, status: Booking["status"]) =>
  (booking: Booking): boolean =>
    booking.id === id && booking.status === status;

test("a stay goes from request to completion, and both sides see each step where it belongs", async () => {
  const { listingId, roomId } = await home();
  const mark = carol.device.mark();
  const asked = await requests(anna, { roomId, message: "I would love to live there.\nAnna" });
  expect(asked.status).toBe(201);
  const booking = asked.body;
  expect(booking).toMatchObject({
    listing: { id: listingId },
    room: { id: roomId, name: "Room 1" },
    student: { id: anna.id, name: "anna" },
    landlord: { id: lena.id },
    status: "requested",
    version: 1,
    price: { rentCents: 50_000, depositCents: 100_000, firstPaymentCents: 150_000 },
    steps: { student: ["withdraw", "propose-dates"], landlord: ["approve", "decline", "propose-dates"] },
  });
  expect(Date.parse(booking.deadlineAt ?? "") - Date.parse(booking.createdAt)).toBe(48 * 3_600_000);
  expect(await lena.device.hears("conversation:created", ({ id }) => id === booking.conversationId)).toMatchObject({
    unreadCount: 2,
    lastMessage: { content: "I would love to live there.\nAnna" },
  });
  for (const step of ["approve", "confirm", "check-in", "complete"] as const) {
    const actor = step === "confirm" ? anna : lena;
    const { status, body } = await takes(actor, step, booking.id);
    expect(status).toBe(200);
    for (const { device } of [anna, lena]) {
      expect(await device.hears("booking:updated", isChange(booking, body.status))).toEqual(body);
      const card = await device.hears(
        "message:edited",
        ({ system }) => system?.type === "booking" && system.booking.version === body.version,
      );
      expect(card.system).toEqual({ type: "booking", bookingId: booking.id, booking: body });
      await device.hears(
        "message:received",
        ({ system }) => system?.type === "booking_event" && system.bookingId === booking.id && system.event === step,
      );
    }
  }
  for (const person of [anna, lena]) {
    const messages = await history(person, booking);
    expect(lines(messages)).toEqual([
      "student request",
      "landlord approve",
      "student confirm",
      "landlord check-in",
      "landlord complete",
    ]);
    expect(cards(messages)).toEqual([(await own(person, booking.id)).body]);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  }
  expect(await carol.device.newsSince(mark)).toEqual([]);
});

test("a card and a message count as unread for the other side, lines and changes of the card never", async () => {
  const { roomId } = await home();
  const booking = await arrange(anna, lena, { roomId });
  expect((await summary(lena, booking)).unreadCount).toBe(1);
  expect((await summary(anna, booking)).unreadCount).toBe(0);
  await takes(lena, "approve", booking.id);
  expect((await summary(lena, booking)).unreadCount).toBe(0);
  expect((await summary(anna, booking)).unreadCount).toBe(0);
  await takes(anna, "confirm", booking.id);
  expect((await summary(lena, booking)).unreadCount).toBe(0);
});

test("a device that was away gets the changed card by its revision", async () => {
  const { roomId } = await home();
  const booking = await arrange(anna, lena, { roomId });
  const { rev } = await summary(anna, booking);
  await takes(lena, "decline", booking.id, { reason: "no_longer_free" });
  const { changes } = await anna.device.does("session:sync", { cursors: { [booking.conversationId]: rev } });
  const change = changes.find(({ conversation }) => conversation.id === booking.conversationId);
  expect(cards(change?.messages ?? [])).toMatchObject([
    { status: "declined", reason: "no_longer_free", steps: { student: [], landlord: [] } },
  ]);
  expect(lines(change?.messages ?? [])).toEqual(["landlord decline"]);
  expect(change?.conversation.rev).toBe(rev + 2);
});

describe("what is said again", () => {
  test("the same request is answered with the booking that there is, however many come at once", async () => {
    const { roomId } = await home();
    const answers = await Promise.all(Array.from({ length: 5 }, () => requests(anna, { roomId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const [first] = answers;
    if (!first) throw new Error("no answer");
    expect(lines(await history(anna, first.body))).toEqual(["student request"]);
  });

  test("a step that the same person has done is answered with the booking as it is, and done once", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId });
    const body = { expectedVersion: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => takes(lena, "approve", booking.id, body)));
    expect(answers.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 2],
      [200, 2],
      [200, 2],
    ]);
    await takes(anna, "confirm", booking.id);
    expect((await takes(lena, "approve", booking.id, body)).body).toMatchObject({ status: "confirmed", version: 3 });
    expect(lines(await history(lena, booking))).toEqual(["student request", "landlord approve", "student confirm"]);
  });
});

describe("what is refused", () => {
  test("a stale version, with the booking as it is", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId }, "approve");
    const answer = await takes(anna, "confirm", booking.id, { expectedVersion: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: "conflict", details: { reason: "stale_version", booking } } });
    expect((await own(anna, booking.id)).body).toEqual(booking);
    expect((await takes(anna, "confirm", booking.id, { expectedVersion: 2 })).status).toBe(200);
  });

  test.each<[BookingStep, "anna" | "lena", number]>([
    ["approve", "anna", 403],
    ["decline", "anna", 403],
    ["check-in", "anna", 403],
    ["complete", "anna", 403],
    ["confirm", "lena", 403],
    ["withdraw", "lena", 403],
    ["confirm", "anna", 409],
    ["check-in", "lena", 409],
    ["complete", "lena", 409],
    ["cancel", "anna", 409],
    ["accept-dates", "anna", 409],
    ["decline-dates", "lena", 409],
  ])("%s by %s before its time", async (step, who, status) => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId });
    await anna.device.newsSince(0);
    const mark = anna.device.mark();
    const answer = await takes({ anna, lena }[who], step, booking.id, step === "cancel" ? { reason: "plans_changed" } : {});
    expect(answer.status).toBe(status);
    if (status === 409) expect(answer.body.details).toEqual({ reason: "illegal_step", booking });
    expect((await own(anna, booking.id)).body).toEqual(booking);
    expect((await anna.device.newsSince(mark)).filter(({ event }) => event.startsWith("booking"))).toEqual([]);
  });

  test("a cancellation without a reason, and one's own words count as another reason", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId }, "approve", "confirm");
    expect((await takes(anna, "cancel", booking.id)).status).toBe(400);
    const { body } = await takes(anna, "cancel", booking.id, { reason: "I study elsewhere now" });
    expect(body).toMatchObject({ status: "cancelled", reason: "other", note: "I study elsewhere now" });
    expect((await takes(lena, "cancel", booking.id, { reason: "other" })).status).toBe(409);
  });

  test.each([
    ["dates that are over", () => ({ from: day(-3), to: day(30) }), 400],
    ["dates that end before they begin", () => ({ from: day(30), to: day(29) }), 400],
    ["no night at all", () => ({ from: day(30), to: day(30) }), 400],
    ["three years", () => ({ from: day(30), to: day(1_130) }), 400],
    ["a day that there is not", () => ({ from: "2027-02-30", to: "2027-08-01" }), 400],
    ["somebody else's stay", () => ({ studentId: ben.id }), 400],
  ] as const)("a request for %s", async (_, extra, status) => {
    const { roomId } = await home();
    expect((await requests(anna, { roomId }, extra())).status).toBe(status);
  });

  test("a room of one's own, of a draft, of nobody, a landlord's request, and one before the room is free", async () => {
    const draft = await home({ isPublished: false });
    const later = await home({ availableFrom: day(60) });
    const rita = await createPerson(baseUrl, "rita", "landlord");
    expect((await requests(lena, later)).status).toBe(400);
    expect((await requests(anna, draft)).status).toBe(404);
    expect((await requests(anna, { roomId: v7() })).status).toBe(404);
    expect((await requests(rita, later)).status).toBe(403);
    expect(await requests(anna, later)).toMatchObject({ status: 409, body: { details: { reason: "not_free_yet" } } });
    disconnectAll(rita);
  });

  test("one who blocks or is blocked asks for nothing, in the words that messages are refused with", async () => {
    const { roomId } = await home();
    const nora = await createPerson(baseUrl, "nora");
    await lena.device.does("block:user", { userId: nora.id });
    const mark = lena.device.mark();
    const refused = await requests(nora, { roomId });
    expect(refused).toMatchObject({ status: 403, body: { code: "blocked" } });
    expect(await lena.device.newsSince(mark)).toEqual([]);
    await lena.device.does("unblock:user", { userId: nora.id });
    await nora.device.does("block:user", { userId: lena.id });
    expect((await requests(nora, { roomId })).body).toMatchObject({
      code: "blocked",
      detail: (refused.body as { detail?: string }).detail,
    });
    await nora.device.does("unblock:user", { userId: lena.id });
    expect((await requests(nora, { roomId })).status).toBe(201);
    disconnectAll(nora);
  });

  test("an outsider is told the same of a booking as of none, and learns nothing", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId });
    for (const id of [booking.id, v7()]) {
      expect((await own(ben, id)).body).toMatchObject({ code: "not_found" });
      expect((await takes(ben, "withdraw", id)).body).toMatchObject({ code: "not_found" });
    }
    const listed = (await ben.http<BookingPage>("/api/bookings")).body.items;
    expect(listed.filter(({ id }) => id === booking.id)).toEqual([]);
  });
});

describe("dates that two want", () => {
  test("of overlapping requests one is held, and its confirmation ends the others", async () => {
    const { roomId } = await home();
    const first = await arrange(anna, lena, { roomId });
    const rival = await arrange(ben, lena, { roomId, from: day(100), to: day(300) });
    const after = await arrange(carol, lena, { roomId, from: day(180), to: day(200) });
    await takes(lena, "approve", first.id);
    const refused = await takes(lena, "approve", rival.id);
    expect(refused.body.details).toMatchObject({ reason: "dates_held", booking: { status: "requested", version: 1 } });
    const late = await createPerson(baseUrl, "late");
    expect((await requests(late, { roomId })).body.details).toEqual({ reason: "dates_held" });
    await takes(anna, "confirm", first.id);
    expect(await ben.device.hears("booking:updated", isChange(rival, "expired"))).toMatchObject({
      reason: "dates_taken",
      version: 2,
    });
    expect(lines(await history(ben, rival))).toEqual(["student request", "server expire"]);
    expect((await own(carol, after.id)).body.status).toBe("requested");
    expect((await takes(lena, "approve", after.id)).status).toBe(200);
    disconnectAll(late);
  });

  test("who has nothing unread is not marked by what the server says", async () => {
    const { roomId } = await home();
    const winner = await arrange(anna, lena, { roomId });
    const rival = await arrange(ben, lena, { roomId });
    await lena.says(rival.conversationId, "Let me think about it");
    await takes(lena, "approve", winner.id);
    await takes(anna, "confirm", winner.id);
    const { unreadCount } = await summary(ben, rival);
    expect(unreadCount).toBe(1);
  });

  test("the database itself refuses an overlap, whoever writes it", async () => {
    const { roomId } = await home();
    await arrange(anna, lena, { roomId }, "approve");
    const rival = await arrange(ben, lena, { roomId: (await home()).roomId });
    const move = "update bookings set room_id = $1, status = 'confirmed' where id = $2";
    await expect(execute(databaseUrl, move, [roomId, rival.id])).rejects.toThrow("bookings_never_overlap");
  });
});

describe("deadlines", () => {
  test("a request that nobody answers ends by itself, once, and both are told why", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId });
    await overdue(booking.id);
    for (const { device } of [anna, lena]) {
      expect(await device.hears("booking:updated", isChange(booking, "expired"))).toMatchObject({
        reason: "no_answer",
        deadlineAt: null,
      });
    }
    expect(lines(await history(anna, booking))).toEqual(["student request", "server expire"]);
    expect((await takes(lena, "approve", booking.id)).body.details).toMatchObject({
      reason: "illegal_step",
      booking: { status: "expired" },
    });
  });

  test("an approval that is not confirmed ends by itself, and the room is free again", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId }, "approve");
    await overdue(booking.id);
    expect(await anna.device.hears("booking:updated", isChange(booking, "expired"))).toMatchObject({ reason: "not_confirmed" });
    expect((await requests(ben, { roomId })).status).toBe(201);
  });

  test("a step after the deadline is refused although nobody has looked yet", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId });
    // Both in one go: either the step or the look comes first, and the approval must lose to both.
    await overdue(booking.id);
    const { status, body } = await takes(lena, "approve", booking.id);
    expect(status).toBe(409);
    expect(body.details?.booking).toMatchObject({ status: "expired", reason: "no_answer" });
    expect(lines(await history(anna, booking))).toEqual(["student request", "server expire"]);
  });
});

describe("other dates", () => {
  const later = () => ({ from: day(10), to: day(100) });

  test("are proposed by one and taken by the other, and the price moves with them", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId }, "approve", "confirm");
    const proposed = await takes(lena, "propose-dates", booking.id, later());
    expect(proposed.body).toMatchObject({ from: booking.from, proposal: { ...later(), by: "landlord" }, version: 4 });
    expect((await takes(lena, "propose-dates", booking.id, later())).body.version).toBe(4);
    expect((await takes(lena, "accept-dates", booking.id)).body.details).toMatchObject({ reason: "illegal_step" });
    const { body } = await takes(anna, "accept-dates", booking.id, { expectedVersion: 4 });
    expect(body).toMatchObject({ ...later(), status: "confirmed", proposal: null, version: 5 });
    expect(body.price.stayCents).toBeLessThan(booking.price.stayCents);
    expect((await takes(anna, "accept-dates", booking.id)).body).toEqual(body);
    expect(lines(await history(anna, booking)).slice(-2)).toEqual(["landlord propose-dates", "student accept-dates"]);
  });

  test("can be dropped by either, and are refused where somebody else has the room", async () => {
    const { roomId } = await home();
    const booking = await arrange(anna, lena, { roomId, from: day(2), to: day(50) }, "approve");
    await arrange(ben, lena, { roomId, from: day(50), to: day(100) }, "approve");
    const clash = await takes(anna, "propose-dates", booking.id, { from: day(2), to: day(51) });
    expect(clash.body.details).toMatchObject({ reason: "dates_held" });
    await takes(anna, "propose-dates", booking.id, { from: day(5), to: day(50) });
    expect((await takes(lena, "decline-dates", booking.id)).body).toMatchObject({ proposal: null, from: day(2), to: day(50) });
    expect((await takes(anna, "propose-dates", booking.id, { from: day(9), to: day(8) })).status).toBe(400);
  });
});

test("what happened to a booking is told to its two, the oldest first, and to nobody else", async () => {
  const { roomId } = await home();
  const booking = await arrange(anna, lena, { roomId }, "approve");
  await takes(lena, "propose-dates", booking.id, { from: day(3), to: day(90) });
  await takes(anna, "cancel", booking.id, { reason: "plans_changed", note: "I study elsewhere now." });
  const seen = await gatherHistories(booking.id);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[0]?.map(({ version, by, event, from }) => [version, by, event, from])).toEqual([
    [1, "student", "request", booking.from],
    [2, "landlord", "approve", booking.from],
    [3, "landlord", "propose-dates", day(3)],
    [4, "student", "cancel", booking.from],
  ]);
  expect(seen[0]?.at(-1)).toMatchObject({ reason: "plans_changed", note: "I study elsewhere now." });
  expect((await carol.http(`/api/bookings/${booking.id}/events`)).status).toBe(404);
  expect((await carol.http(`/api/bookings/${v7()}/events`)).status).toBe(404);
});

test("one's own bookings by what waits, what is agreed and what is over", async () => {
  const tess = await createPerson(baseUrl, "tess");
  const { roomIds } = await home({ rooms: 4 });
  const [waiting = "", agreed = "", over = "", held = ""] = roomIds;
  const asked = await arrange(tess, lena, { roomId: waiting });
  const confirmed = await arrange(tess, lena, { roomId: agreed }, "approve", "confirm");
  const declined = await arrange(tess, lena, { roomId: over });
  await takes(lena, "decline", declined.id);
  const approved = await arrange(tess, lena, { roomId: held }, "approve");
  const idsOf = async (group: string) =>
    (await tess.http<BookingPage>(`/api/bookings?group=${group}`)).body.items.map(({ id }) => id);
  expect(await idsOf("waiting")).toEqual([approved.id, asked.id]);
  expect(await idsOf("agreed")).toEqual([confirmed.id]);
  expect(await idsOf("over")).toEqual([declined.id]);
  expect((await tess.http("/api/bookings?group=none")).status).toBe(400);
  disconnectAll(tess);
});

test("one's own bookings come newest first, page by page, on either side", async () => {
  const tom = await createPerson(baseUrl, "tom");
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.unshift((await arrange(tom, lena, { roomId: (await home()).roomId })).id);
  const first = (await tom.http<BookingPage>("/api/bookings?limit=2")).body;
  const second = (await tom.http<BookingPage>(`/api/bookings?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  await takes(tom, "withdraw", ids[0] ?? "");
  const withdrawn = (await lena.http<BookingPage>("/api/bookings?status=withdrawn&limit=100")).body.items;
  expect(withdrawn.map(({ id }) => id)).toContain(ids[0]);
  disconnectAll(tom);
});
