import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import { type ClientEventName, clientEvents } from "#lib/contract/events.ts";
import { type Bystanders, createBystanders } from "../harness/bystanders.ts";
import { createHome } from "../harness/homes.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { openRawDevice, type RawSocket } from "../harness/raw-socket.ts";
import { samplesFor } from "../harness/samples.ts";
import { defectsIn } from "../harness/server-log.ts";

const baseUrl = inject("baseUrl");
const EVENTS = Object.keys(clientEvents) as ClientEventName[];
const ERROR = expect.objectContaining({ code: "validation_failed", retryable: false });
const REFUSED = { ok: false, error: ERROR };

let bystanders: Bystanders;
let mallory: Person;
let bob: Person;
let together: string;
let raw: RawSocket;

beforeAll(async () => {
  bystanders = await createBystanders(baseUrl);
  ({ mallory, bob } = await gather(baseUrl, "mallory", "bob"));
  together = await mallory.opens(bob);
  raw = await openRawDevice(baseUrl, mallory.tokens.accessToken);
});
afterAll(() => {
  raw.leaves();
  bystanders.leave();
  disconnectAll(mallory, bob);
});

let asked = 0;
/** Asks in JSON of one's own making, which says what no object can. Resolves to the answer. */
const ask = async (args: string): Promise<Answer<unknown> | undefined> => {
  asked += 1;
  raw.says(`42${asked}[${args}]`);
  const answer = await raw.hears(`43${asked}[`);
  return answer === undefined ? undefined : JSON.parse(answer.slice(`43${asked}`.length))[0];
};

const complaints = (): string[] => raw.heard().filter((text) => text.startsWith('42["error:'));

/** With a callback the refusal is its answer, without one it comes as an event; the connection lives on in either case. */
const isRefused = async (args: string): Promise<void> => {
  const before = complaints().length;
  expect([args, await ask(args)]).toEqual([args, REFUSED]);
  raw.says(`42[${args}]`);
  await raw.until(() => (complaints().length > before ? true : undefined));
  const [complaint, ...others] = complaints().slice(before);
  expect([args, others]).toEqual([args, []]);
  expect(JSON.parse((complaint ?? "42[]").slice(2))).toEqual(["error:validation_failed", ERROR]);
};

const UNKNOWN = ["error", "__proto__", "constructor", "toString", "hasOwnProperty", "", "message:sent", "session:ready"];

test.each(UNKNOWN)("an event called %j is none of ours", async (name) => {
  await isRefused(JSON.stringify(name));
  await isRefused(`${JSON.stringify(name)},{"a":1},2`);
  await bystanders.stillTalk();
});

const SHAPES = [
  "null",
  "0",
  "1e999",
  "true",
  '"text"',
  '""',
  "[]",
  "[1]",
  '{"surprise":1}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"_placeholder":true,"num":0}',
  "{},{}",
  '{},"not a callback"',
  "{},null",
];

test.each(EVENTS)("%s takes one object of its own form and nothing else", async (name) => {
  for (const shape of SHAPES) await isRefused(`"${name}",${shape}`);
  await bystanders.stillTalk();
});

/** Refused to everybody else, whatever comes with it. */
const FOR_ADMINS = new Set<string>(["operations:watch"] satisfies ClientEventName[]);

test("there is a sample of each event, and it is taken, with a callback and without", async () => {
  const { listingId } = await createHome(inject("databaseUrl"), bob.id);
  const samples = samplesFor(together, bob.id, mallory.tokens.accessToken, listingId);
  expect(Object.keys(samples).sort()).toEqual([...EVENTS].sort());
  const before = complaints();
  for (const [name, sample] of Object.entries(samples)) {
    if (FOR_ADMINS.has(name)) continue;
    const args = `"${name}",${JSON.stringify(sample)}`;
    expect([args, await ask(args)]).toEqual([args, expect.objectContaining({ ok: true })]);
    raw.says(`42[${args}]`);
    // What nobody answers is done before this is answered: the next one may take away what it is about.
    await ask(args);
  }
  await ask('"socket:ping"');
  expect(complaints()).toEqual(before);
});

const WRONG: unknown[] = [null, -1, 1.5, 2 ** 53, true, "", "x", "\0", "\uD800", [null], ["x"], [[]], { a: 1 }];
/** Of these, what is right for a field after all. */
const FITS: Record<string, unknown[]> = { content: ["x"], activity: ["x"] };

test.each(EVENTS)("%s refuses every field of the wrong type and every key too many", async (name) => {
  const sample = samplesFor(together, bob.id)[name];
  for (const field of Object.keys(sample)) {
    for (const value of WRONG.filter((wrong) => !FITS[field]?.includes(wrong))) {
      const answer = await ask(`"${name}",${JSON.stringify({ ...sample, [field]: value })}`);
      expect([field, value, answer]).toEqual([field, value, REFUSED]);
    }
  }
  for (const key of ["senderId", "userId", "role", "__proto__", "constructor", "toString"]) {
    const text = JSON.stringify({ ...sample, surprise: null }).replace('"surprise":null', `"${key}":{"polluted":true}`);
    await isRefused(`"${name}",${text}`);
  }
  await bystanders.stillTalk();
});

test("nobody has left a trace in the log", async () => {
  await bystanders.stillTalk();
  expect(defectsIn()).toEqual([]);
});
