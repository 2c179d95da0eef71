import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessagePage } from "#lib/contract/messages.ts";
import { arrange, requests, takes } from "../harness/bookings.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

const FRAUD = "The flat is yours: pay the deposit by Western Union today and I post you the keys.";
const NUMBER = "Call me on +49 151 2345 6789.";
const PAPERS = "Please send me a photo of your passport.";

let alice: Person;
let lena: Person;

beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(alice, lena));

const textsOf = async ({ http }: Person, id: string): Promise<string[]> => {
  const { body } = await http<MessagePage>(`/api/conversations/${id}/messages`);
  return body.messages.filter(({ kind }) => kind === "text").map(({ content }) => content);
};

const isRefused = { ok: false, error: { code: "content_rejected", retryable: false } };
const numberReasons = { rules: [{ rule: "contact.details", text: expect.stringMatching(/\.$/) }] };
const reasons = { rules: expect.arrayContaining([{ rule: "money.cash_service", text: expect.stringMatching(/\.$/) }]) };

test("what must not be said there comes back to its writer with the reasons, is not stored, and nobody hears of it", async () => {
  const { listingId } = await createHome(databaseUrl, lena.id);
  const id = await alice.opens(lena, listingId);
  await alice.says(id, "Is the room still free?");
  const mark = alice.device.mark();
  const refused = { conversationId: id, messageId: v7(), content: NUMBER };
  expect(await lena.device.ask("message:send", refused)).toMatchObject({ ...isRefused, error: { details: numberReasons } });
  const overHttp = await lena.http(`/api/conversations/${id}/messages`, {
    method: "POST",
    body: { ...refused, conversationId: undefined },
  });
  expect(overHttp).toMatchObject({ status: 422, body: { code: "content_rejected", details: numberReasons } });
  expect(await alice.device.newsSince(mark)).toEqual([]);

  // The place and the id are still to be had: what was edited goes out under them.
  const sent = await lena.device.does("message:send", { ...refused, content: "It is. When would you like to see it?" });
  expect(sent).toMatchObject({ seq: 2, duplicate: false });
  expect(await textsOf(alice, id)).toEqual(["Is the room still free?", "It is. When would you like to see it?"]);
});

test("what needs a word of caution arrives with it, live and in the history, and says so to everybody alike", async () => {
  const id = await alice.opens(lena, (await createHome(databaseUrl, lena.id)).listingId);
  const { messageId } = await lena.says(id, PAPERS);
  const notices = [{ rule: "identity.papers", severity: "warning", text: expect.stringMatching(/\.$/) }];
  expect(await alice.device.hears("message:received", (message) => message.messageId === messageId)).toMatchObject({ notices });
  const { body } = await alice.http<MessagePage>(`/api/conversations/${id}/messages`);
  expect(body.messages).toMatchObject([{ messageId, notices }]);
});

test("a number goes out once a booking is confirmed, and not before", async () => {
  const { roomId } = await createHome(databaseUrl, lena.id);
  const { id, conversationId } = await arrange(alice, lena, { roomId }, "approve");
  const send = () => lena.device.ask("message:send", { conversationId, messageId: v7(), content: NUMBER });
  expect(await send()).toMatchObject(isRefused);
  expect((await takes(alice, "confirm", id)).status).toBe(200);
  expect(await send()).toMatchObject({ ok: true });
  expect(await textsOf(alice, conversationId)).toEqual([NUMBER]);
});

test("words that come with a request or a step are no way around it", async () => {
  const { roomId } = await createHome(databaseUrl, lena.id);
  const refused = await requests(alice, { roomId, message: FRAUD });
  expect(refused).toMatchObject({ status: 422, body: { code: "content_rejected", details: reasons } });
  const { body: booking } = await requests(alice, { roomId });
  expect(booking).toMatchObject({ status: "requested", version: 1 });
  const declined = await takes(lena, "decline", booking.id, { reason: "other", note: FRAUD });
  expect(declined).toMatchObject({ status: 422, body: { code: "content_rejected" } });
  expect((await lena.http(`/api/bookings/${booking.id}`)).body).toMatchObject({ status: "requested", version: 1 });
});

test("an admin tries the rules on a text, which goes nowhere; nobody else may", async () => {
  const ada = await createPerson(baseUrl, "ada");
  await execute(databaseUrl, "update users set role = 'admin' where id = $1", [ada.id]);
  const tries = (person: Person, body: object) => person.http("/api/admin/rules/try", { method: "POST", body });
  const found = { outcome: "hold", score: expect.any(Number), rules: expect.any(Array) };
  expect(await tries(ada, { content: FRAUD, stage: "before_booking" })).toMatchObject({ status: 200, body: found });
  expect(await tries(ada, { content: NUMBER, stage: "after_booking" })).toMatchObject({
    status: 200,
    body: { outcome: "allow", score: 0, rules: [] },
  });
  expectProblem("of no stage", await tries(ada, { content: FRAUD, stage: "later" }), "validation_failed");
  expectProblem("as a student", await tries(alice, { content: FRAUD, stage: "before_booking" }), "forbidden");
  disconnectAll(ada);
});
