import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnSanction, OwnSanctions, Sanction } from "#lib/contract/sanctions.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

let house: ModeratedHouse;
let alice: Person;
let mia: Person;
let max: Person;
let fred: Person;
let token: string;
let ban: OwnSanction | undefined;

const REASON = "Money before a viewing, three times.";
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
/** From outside: nobody is signed in. */
const ask = async <Data>(path: string, body: object, headers: Record<string, string> = {}): Promise<HttpAnswer<Data>> => {
  const answer = await fetch(`${house.baseUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Data, headers: answer.headers } as HttpAnswer<Data>;
};
const signIn = ({ email, password }: Person) =>
  ask<{ details: { until: string | null; appealToken: string } }>("/api/tokens", { email, password });
const sanctionsBy = (given: string) => ask<OwnSanctions>("/api/kept-out/sanctions", { token: given });
const appealBy = (given: string, sanctionId: string | undefined, text = "That was my brother.") =>
  ask<OwnSanction>("/api/kept-out/appeals", { token: given, sanctionId, text });

beforeAll(async () => {
  house = await openModeratedHouse("kept-out");
  ({ alice, mia, max } = house);
  fred = await createPerson(house.baseUrl, "fred");
  await mia.http(`/api/admin/users/${fred.id}/ban`, { method: "POST", body: { rule: "scam", reason: REASON } });
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(fred);
  await house.close();
});

test("the right password of who is kept out brings a token, a wrong one nothing", async () => {
  const refused = await signIn(fred);
  expectProblem("kept out", problem(refused), "suspended");
  token = refused.body.details.appealToken;
  expect(refused.body.details).toEqual({ until: null, appealToken: expect.stringContaining(fred.id) });
  const wrong = await ask<object>("/api/tokens", { email: fred.email, password: "something else" });
  expectProblem("wrong", problem(wrong), "unauthenticated");
  expect(JSON.stringify(wrong.body)).not.toContain("appealToken");
});

test("with it one reads what was done to oneself, and says something against it once", async () => {
  const { status, body } = await sanctionsBy(token);
  expect(status).toBe(200);
  [ban] = body.items;
  expect(ban).toMatchObject({ kind: "ban", rule: "scam", reason: REASON, appeal: null });
  // Who did it is not said.
  expect(JSON.stringify(body)).not.toContain(mia.id);
  const filed = await appealBy(token, ban?.id);
  expect(filed).toMatchObject({ status: 201, body: { appeal: { text: "That was my brother.", outcome: null } } });
  expectProblem("twice", problem(await appealBy(token, ban?.id)), "conflict");
});

test("it opens nothing else, and says nothing of anybody else", async () => {
  const { body: warning } = await mia.http<Sanction>(`/api/admin/users/${alice.id}/warn`, {
    method: "POST",
    body: { rule: "spam", reason: "Stop it." },
  });
  expectProblem("of alice", problem(await appealBy(token, warning.id)), "not_found");
  for (const path of ["/api/sanctions", "/api/conversations", "/api/sessions", "/api/admin/reports", "/api/notifications"]) {
    const answer = await fetch(`${house.baseUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status, path).toBe(401);
  }
  expect((await ask("/api/tokens/refresh", { refreshToken: token })).status).toBeGreaterThanOrEqual(400);
  expectProblem(
    "as a session's",
    problem(await ask("/api/appeals", { sanctionId: ban?.id, text: "x" }, { authorization: `Bearer ${token}` })),
    "unauthenticated",
  );
});

test("one that is forged, made for somebody else or over says nothing", async () => {
  const [, expires, signature] = token.split(".");
  const others = [`${alice.id}.${expires}.${signature}`, `${fred.id}.${Number(expires) + 1000}.${signature}`, "x", "a.b.c"];
  for (const forged of others) {
    expectProblem(forged, problem(await sanctionsBy(forged)), "unauthenticated");
    expectProblem(forged, problem(await appealBy(forged, ban?.id)), "unauthenticated");
  }
});

test("who is let in again signs in, and the token is worth nothing", async () => {
  const [appeal] = await house.sql("select id from appeals where sanction_id = $1", ban?.id ?? "");
  const answer = { outcome: "reversed", answer: "You are right." };
  expect((await max.http(`/api/admin/appeals/${appeal?.id}/decide`, { method: "POST", body: answer })).status).toBe(200);
  expectProblem("let in", problem(await sanctionsBy(token)), "unauthenticated");
  expect((await signIn(fred)).status).toBe(201);
});
