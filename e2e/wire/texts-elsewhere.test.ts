import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";
import { agree, slot, steps } from "../harness/viewings.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

const FRAUD = "Pay the deposit by Western Union today and I post you the keys.";

let alice: Person;
let lena: Person;

beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(alice, lena));

const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
const change = (id: string, body: object) => lena.http<OwnListing>(`/api/listings/${id}`, { method: "PATCH", body });
const fieldsOf = (answer: HttpAnswer<unknown>) => problem(answer).body.details as { fields: Record<string, string[]> };

test("what a landlord writes about a home is judged by the field, and nothing of it is kept", async () => {
  const refused = await lena.http("/api/listings", { method: "POST", body: { title: "Flat", description: FRAUD } });
  expectProblem("a new one", problem(refused), "content_rejected");
  expect(Object.keys(fieldsOf(refused).fields)).toEqual(["description"]);

  const { listingId } = await createHome(databaseUrl, lena.id);
  const before = (await lena.http<OwnListing>(`/api/my/listings/${listingId}`)).body;
  const changed = await change(listingId, { title: "Call 0151 23456789", tagline: "Quiet" });
  expectProblem("a changed one", problem(changed), "content_rejected");
  expect(Object.keys(fieldsOf(changed).fields)).toEqual(["title"]);
  const room = {
    name: "whatsapp 0151 23456789",
    rentCents: 40_000,
    depositCents: 40_000,
    squareMetres: 12,
    availableFrom: "2027-03-01",
  };
  const added = await lena.http(`/api/listings/${listingId}/rooms`, { method: "POST", body: room });
  expectProblem("a room", problem(added), "content_rejected");
  expect(Object.keys(fieldsOf(added).fields)).toEqual(["name"]);
  expect((await lena.http<OwnListing>(`/api/my/listings/${listingId}`)).body).toEqual(before);
  expect((await change(listingId, { tagline: "Quiet, by the park" })).status).toBe(200);
});

test("a draft that is older than the rules is not published as it is", async () => {
  const { listingId } = await createHome(databaseUrl, lena.id);
  await change(listingId, { status: "paused" });
  await execute(databaseUrl, "update listings set description = $2 where id = $1", [listingId, FRAUD]);
  expectProblem("published", problem(await change(listingId, { status: "published" })), "content_rejected");
  expect((await change(listingId, { status: "published", description: "Four rooms and a garden." })).status).toBe(200);
});

test("words that end a viewing are no way around it", async () => {
  const { roomId } = await createHome(databaseUrl, lena.id);
  const viewing = await agree(alice, lena, { roomId, slots: [slot(100)] });
  const mark = alice.device.mark();
  for (const words of [{ reason: "other", note: FRAUD }, { reason: FRAUD }])
    expectProblem("cancelling", problem(await steps(lena, "cancel", viewing.id, words)), "content_rejected");
  // What was agreed before may still be on its way.
  const news = JSON.stringify(await alice.device.newsSince(mark));
  expect(news).not.toContain("cancelled");
  expect(news).not.toContain("Western Union");
  expect((await steps(lena, "cancel", viewing.id, { reason: "other", note: "I am ill, sorry." })).status).toBe(200);
});

test("nobody registers under a name that speaks for the house, or that is a number", async () => {
  const register = (name: string) => {
    const body = { email: `${v7()}@people.test`, password: "long enough", name, role: "landlord" };
    return fetch(`${baseUrl}/api/users`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  };
  for (const name of ["UniNest Support", "Un1nest Team", "Anna 0151 23456789", "rooms.example.com"]) {
    const answer = await register(name);
    expect([name, answer.status]).toEqual([name, 422]);
    expect(await answer.json()).toMatchObject({ code: "content_rejected", details: { fields: { name: [expect.any(String)] } } });
  }
  expect((await register("Anna Nestler")).status).toBe(201);
});
