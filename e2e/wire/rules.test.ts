import { v7 } from "uuid";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ScanResult, ScanRule, ScanRules } from "#lib/contract/scan.ts";
import { wholeAudit } from "../harness/audit.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { type HttpAnswer, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { startServer } from "../harness/server.ts";
import { signIn } from "../harness/sign-ins.ts";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let mia: Person;
let ada: Person;
let together: string;

beforeAll(async () => {
  house = await openModeratedHouse("rules");
  ({ alice, bob, mia, ada } = house);
  together = await alice.opens(bob);
}, OWN_SERVER_MS);
afterAll(() => house.close());

const PAPERS = "Please send me a photo of your passport.";
const RULE = "identity.papers";
const tune = (who: Person, weights: object | null, rule = RULE) =>
  who.http<ScanRule>("/api/admin/rules/weights", { method: "PUT", body: { rule, weights } });
const tries = async (who: Person, content = PAPERS): Promise<ScanResult> =>
  (await who.http<ScanResult>("/api/admin/rules/try", { method: "POST", body: { content, stage: "before_booking" } })).body;
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
const ruleOf = async (who: Person, id = RULE): Promise<ScanRule> => {
  const { body } = await who.http<ScanRules>("/api/admin/rules");
  return body.rules.find(({ rule }) => rule === id) ?? expect.fail("no such rule");
};
const sends = (content: string) => bob.device.ask("message:send", { conversationId: together, messageId: v7(), content });

/** Another process over the same database, and what the text scores there. */
const openAnother = async (name: string) => {
  const env = { DATABASE_URL: house.databaseUrl, AUTH_SECRET: "x".repeat(32), RATE_LIMIT_FACTOR: "1000" };
  const { baseUrl, stop } = await startServer({ name, env });
  onTestFinished(async () => void (await stop()));
  const { body: tokens } = await signIn(baseUrl, ada);
  const body = { content: PAPERS, stage: "before_booking" };
  const asked = { method: "POST", body, token: tokens.accessToken };
  return { score: async () => (await request<ScanResult>(`${baseUrl}/api/admin/rules/try`, asked)).body.score };
};

test("every rule says what it looks for and weighs, and how many stand warned by it", async () => {
  const { body } = await ada.http<ScanRules>("/api/admin/rules");
  expect(body.floors).toEqual({ warn: 30, bounce: 60, hold: 90 });
  expect(body.rules.length).toBeGreaterThan(40);
  for (const { rule, kind, text, weights, defaults, tuned } of body.rules) {
    expect(rule.startsWith(`${kind}.`)).toBe(true);
    expect(text).toMatch(/\w/);
    expect([weights, tuned]).toEqual([defaults, null]);
  }
  const before = (await ruleOf(ada)).warned;
  expect(await sends(PAPERS)).toMatchObject({ ok: true });
  expect((await ruleOf(ada)).warned).toBe(before + 1);
});

test("what an admin sets holds from the next message on, is on record, outlives the process, and goes back", {
  timeout: 3 * OWN_SERVER_MS,
}, async () => {
  const { defaults } = await ruleOf(ada);
  expect(await tries(ada)).toMatchObject({ outcome: "warn", score: defaults.first });
  const second = await openAnother("rules-second");
  expect(await second.score()).toBe(defaults.first);
  const heavy = { first: 75, known: 70, booked: 1 };
  const { status, body } = await tune(ada, heavy);
  expect(status).toBe(200);
  expect(body).toMatchObject({ rule: RULE, weights: heavy, defaults, tuned: { by: { id: ada.id, name: "ada" } } });
  expect(await tries(ada)).toMatchObject({ outcome: "bounce", score: 75, rules: [{ rule: RULE, weight: 75 }] });
  const mark = alice.device.mark();
  expect(await sends(PAPERS)).toMatchObject({ ok: false, error: { code: "content_rejected" } });
  expect(await alice.device.newsSince(mark)).toEqual([]);

  // The other process learns of it by itself, and so does one that starts now.
  await expect.poll(second.score, { timeout: 25_000 }).toBe(75);
  const third = await openAnother("rules-third");
  expect(await third.score()).toBe(75);
  expect((await tune(ada, null)).body).toMatchObject({ weights: defaults, tuned: null });
  expect(await tries(ada)).toMatchObject({ outcome: "warn", score: defaults.first });
  expect(await sends(PAPERS)).toMatchObject({ ok: true });
  const acts = (await wholeAudit(ada)).filter(({ action }) => action === "rule.tuned");
  expect(acts.map(({ actor, details }) => [actor?.id, details])).toEqual([
    [ada.id, { rule: RULE, from: defaults, to: heavy }],
    [ada.id, { rule: RULE, from: heavy, to: defaults }],
  ]);
  expect(new Set(acts.map(({ subject }) => subject.id)).size).toBe(1);
});

test("nobody else sets anything, and nothing that is out of bounds or no rule", async () => {
  const before = await ruleOf(ada);
  const light = { first: 1, known: 1, booked: 1 };
  for (const who of [alice, bob, mia]) {
    expectProblem("tune", problem(await tune(who, light)), "forbidden");
    expectProblem("list", await who.http("/api/admin/rules"), "forbidden");
  }
  expectProblem("no rule", problem(await tune(ada, light, "identity.nothing")), "not_found");
  for (const wrong of [
    { ...light, first: 101 },
    { ...light, known: -1 },
    { ...light, booked: 1.5 },
    { first: 1, known: 1 },
  ])
    expectProblem("bounds", problem(await tune(ada, wrong)), "validation_failed");
  expect(await ruleOf(ada)).toEqual(before);
});
