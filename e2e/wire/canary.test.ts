import fs from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { type ClientEventName, clientEvents } from "#lib/contract/events.ts";
import { promiseMails } from "../harness/jobs.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { addressOf, ROUTES, takesBody } from "../harness/routes.ts";
import { samplesFor } from "../harness/samples.ts";
import { execute } from "../harness/sql.ts";

const NAME = "canary-log";
/** What must be in no line: a word that stands in every text, name, address, password, query and header that is sent here. */
const CANARY = "yellowbird";

const linesOf = (name = NAME): string[] =>
  fs
    .readFileSync(path.resolve(".test", `${name}.log`), "utf8")
    .split("\n")
    .filter(Boolean);

/** Everything that can be asked, with the canary wherever there is room for it. */
const sings = async (baseUrl: string, person: Person, conversationId: string): Promise<void> => {
  const text = `${CANARY} "quoted" {json}`;
  const headers = { cookie: `next-auth.session-token=${CANARY}`, "user-agent": CANARY, referer: `${baseUrl}/?q=${CANARY}` };
  const body = {
    email: `${CANARY}@${CANARY}.test`,
    password: `${CANARY} ${CANARY}`,
    name: text,
    role: "student",
    content: text,
    message: text,
    reason: text,
    token: CANARY,
    refreshToken: CANARY,
    q: text,
  };
  for (const name of ROUTES) {
    for (const id of [conversationId, CANARY]) {
      const { method, path: where } = addressOf(name, id);
      const url = `${baseUrl}${where}?q=${CANARY}&city=${CANARY}`;
      const sent = { method, headers, ...(takesBody(name) ? { body } : {}) };
      await request(url, { ...sent, token: person.tokens.accessToken }).catch(() => undefined);
      await request(url, { ...sent, token: CANARY }).catch(() => undefined);
    }
  }
  const whole = { email: `${CANARY}.${v7()}@people.test`, password: `${CANARY} ${v7()}`, name: CANARY, role: "student" };
  await request(`${baseUrl}/api/users`, { method: "POST", body: whole });
  await request(`${baseUrl}/api/tokens`, { method: "POST", body: { email: whole.email, password: whole.password } });
  await request(`${baseUrl}/api/password-resets`, { method: "POST", body: { email: whole.email } });
  await request(`${baseUrl}/api/users`, { method: "POST", body: `{"email": ${CANARY}` });
  await request(`${baseUrl}/api/listings?q=${CANARY}`);
  const message = { messageId: v7(), content: text };
  await person.http(`/api/conversations/${conversationId}/messages`, { method: "POST", body: message });
  for (const page of [
    `/?q=${CANARY}`,
    `/listings/${CANARY}`,
    `/listings/${v7()}`,
    `/inbox/${CANARY}`,
    `/${CANARY}`,
    `/sign-in?next=/${CANARY}`,
  ])
    await fetch(`${baseUrl}${page}`, { headers, redirect: "manual" }).catch(() => undefined);
  const samples = samplesFor(conversationId, v7(), CANARY, v7());
  for (const event of Object.keys(clientEvents) as ClientEventName[]) {
    await person.device.ask(event, { ...(samples[event] as object), content: text, activity: text, note: text } as never);
    await person.device.ask(event, samples[event] as never);
  }
  await person.device.ask(CANARY as never, { text } as never);
  await person.device.ask("message:send", { conversationId, messageId: v7(), content: text });
};

test("nobody's text, name, address or token is in any line, whatever is sent and whatever fails", {
  timeout: 3 * OWN_SERVER_MS,
}, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer(NAME, {
    env: { LOG_LEVEL: "debug", SMTP_URL: "smtp://127.0.0.1:9", RATE_LIMIT_FACTOR: "1000" },
  });
  const person = await createPerson(baseUrl, CANARY);
  const host = await createPerson(baseUrl, `${CANARY} the landlord`, "landlord");
  const conversationId = await person.opens(host);
  await sings(baseUrl, person, conversationId);
  const addresses = await promiseMails(databaseUrl, 2);
  await expect.poll(() => linesOf().filter((line) => line.includes("a job has to be tried again")).length).toBeGreaterThan(1);

  // Now everything fails: each statement, with its parameters, becomes an error.
  await execute(
    databaseUrl,
    "alter table messages rename to messages_away; alter table listings rename to listings_away; alter table users rename to users_away",
  );
  await sings(baseUrl, person, conversationId);
  expect(linesOf().filter((line) => line.includes('"unexpected error"')).length).toBeGreaterThan(10);
  disconnectAll(person, host);

  const lines = linesOf();
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  const secrets = [person, host].flatMap(({ email, password, tokens }) => [
    email,
    password,
    tokens.accessToken,
    tokens.refreshToken,
  ]);
  expect(lines.filter((line) => [...secrets, ...addresses].some((secret) => line.includes(secret)))).toEqual([]);

  // The lines of a request name it; Next says on its own how it starts.
  const parsed = lines
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { msg: string; requestId?: string });
  const ofRequests = parsed.filter(({ msg }) => /^(a request is over|an event is answered|unexpected error)$/.test(msg));
  expect(ofRequests.length).toBeGreaterThan(200);
  expect(ofRequests.filter(({ requestId }) => requestId === undefined)).toEqual([]);
});

test("who is told that something went wrong can name the lines of it", { timeout: OWN_SERVER_MS }, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer(`${NAME}-ids`, { env: { LOG_LEVEL: "debug" } });
  const alice = await createPerson(baseUrl, "alice");
  await execute(databaseUrl, "alter table participants rename to participants_away");
  const { status, body, headers } = await alice.http<{ details: { requestId: string } }>("/api/conversations");
  expect(status).toBe(500);
  expect(headers.get("x-request-id")).toBe(body.details.requestId);
  const answer = await alice.device.ask("session:sync", { cursors: {} });
  const event = answer.ok ? undefined : (answer.error.details as { requestId: string }).requestId;
  const messages = (id: string | undefined): string[] =>
    linesOf(`${NAME}-ids`)
      .filter((line) => id !== undefined && line.includes(id))
      .map((line) => JSON.parse(line).msg);
  await expect.poll(() => messages(body.details.requestId)).toEqual(["unexpected error", "a request is over"]);
  await expect.poll(() => messages(event)).toEqual(["unexpected error", "an event is answered"]);
  alice.device.leaves();
});
