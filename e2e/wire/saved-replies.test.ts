import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { BookingPage } from "#lib/contract/bookings.ts";
import { replyLimits } from "#lib/contract/reply-rules.ts";
import type { SavedReplies, SavedReply } from "#lib/contract/saved-replies.ts";
import { arrange } from "../harness/bookings.ts";
import { opensHome } from "../harness/own-homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

const baseUrl = inject("baseUrl");

let alice: Person;
let bob: Person;
let lena: Person;
let otto: Person;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  [lena, otto] = [await createPerson(baseUrl, "lena", "landlord"), await createPerson(baseUrl, "otto", "landlord")];
});
afterAll(() => disconnectAll(alice, bob, lena, otto));

const welcome = { title: "Welcome", text: "Hi {name}, welcome to {home}!" };
const saves = (person: Person, body: object = welcome) =>
  person.http<SavedReply & { code?: string }>("/api/saved-replies", { method: "POST", body });
const changes = (person: Person, id: string, body: object) =>
  person.http<SavedReply & { code?: string }>(`/api/saved-replies/${id}`, { method: "PATCH", body });
const deletes = (person: Person, id: string) => person.http(`/api/saved-replies/${id}`, { method: "DELETE" });
const titles = async (person: Person) =>
  (await person.http<SavedReplies>("/api/saved-replies")).body.items.map(({ title }) => title);

test("a landlord saves, changes and deletes a reply; nobody hears of it", async () => {
  const dora = await createPerson(baseUrl, "dora", "landlord");
  const marks = [dora, alice].map(({ device }) => device.mark());
  const { status, body: saved } = await saves(dora, { title: "  Welcome ", text: `\n${welcome.text} ` });
  expect([status, saved.title, saved.text]).toEqual([201, welcome.title, welcome.text]);
  await saves(dora, { title: "access to the house", text: "Ring twice." });
  expect(await titles(dora)).toEqual(["access to the house", "Welcome"]);
  const changed = await changes(dora, saved.id, { text: "Hello {name}" });
  expect([changed.status, changed.body]).toEqual([200, { ...saved, text: "Hello {name}" }]);
  expect((await deletes(dora, saved.id)).status).toBe(204);
  expect(await titles(dora)).toEqual(["access to the house"]);
  expectProblem("deleted twice", await deletes(dora, saved.id), "not_found");
  for (const [index, { device }] of [dora, alice].entries()) expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
  disconnectAll(dora);
});

test("a student has no saved replies, and is told nothing of anybody's", async () => {
  const { body: saved } = await saves(lena);
  for (const id of [saved.id, v7()]) {
    expectProblem("changing", await changes(bob, id, { title: "Mine" }), "forbidden");
    expectProblem("deleting", await deletes(bob, id), "forbidden");
  }
  expectProblem("saving", await saves(bob), "forbidden");
  expectProblem("listing", await bob.http("/api/saved-replies"), "forbidden");
  expect(await titles(lena)).toContain(saved.title);
});

test("another landlord's reply is not there", async () => {
  const { body: saved } = await saves(lena, { title: "Only mine", text: "Hello" });
  expectProblem("changing", await changes(otto, saved.id, { title: "Mine" }), "not_found");
  expectProblem("deleting", await deletes(otto, saved.id), "not_found");
  expect(await titles(otto)).toEqual([]);
  expect(await titles(lena)).toContain("Only mine");
});

test.each([
  ["no title", { ...welcome, title: " " }],
  ["a long title", { ...welcome, title: "a".repeat(replyLimits.titleCharacters + 1) }],
  ["no text", { ...welcome, text: "\n" }],
  ["a long text", { ...welcome, text: "a".repeat(replyLimits.textCharacters + 1) }],
  ["a variable that there is not", { ...welcome, text: "Hi {nmae}" }],
  ["more than there is", { ...welcome, userId: v7() }],
])("a reply with %s is refused", async (_, body) => {
  expectProblem("saving", await saves(otto, body), "validation_failed");
  expect(await titles(otto)).toEqual([]);
});

test("a landlord has so many and no more, however fast they come", async () => {
  const dora = await createPerson(baseUrl, "dora", "landlord");
  for (let count = 1; count < replyLimits.ofLandlord; count += 1) await saves(dora);
  const last = await Promise.all(Array.from({ length: 20 }, () => saves(dora)));
  expect(last.map(({ status }) => status).filter((status) => status !== 409)).toEqual([201]);
  expect((await titles(dora)).length).toBe(replyLimits.ofLandlord);
  disconnectAll(dora);
});

test("the bookings of a conversation are told to its two people alone", async () => {
  const [one, other] = [await opensHome(lena), await opensHome(lena)];
  const booking = await arrange(alice, lena, { roomId: one.rooms[0]?.id ?? "" });
  await arrange(bob, lena, { roomId: other.rooms[0]?.id ?? "" });
  const idsFor = async (person: Person) =>
    (await person.http<BookingPage>(`/api/bookings?conversationId=${booking.conversationId}`)).body.items.map(({ id }) => id);
  expect(await idsFor(lena)).toEqual([booking.id]);
  expect(await idsFor(alice)).toEqual([booking.id]);
  expect(await idsFor(bob)).toEqual([]);
});
