import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { TokenPair } from "#lib/contract/accounts.ts";
import type { WireError } from "#lib/contract/errors.ts";
import { type ClientEventName, clientEvents, type EventRequest } from "#lib/contract/events.ts";
import { rates } from "#lib/contract/limits.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { attempt } from "../harness/handshakes.ts";
import { connectDevice, createPerson, type Person, request } from "../harness/person.ts";
import { samplesFor } from "../harness/samples.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

/** The limits as people meet them: a server of its own at their real size, everybody at once, and one wait of a minute. */

const WINDOW_MS = 60_000;
const EXACT_MS = 100;
const TEST_MS = 100_000;
const EVENTS = Object.keys(clientEvents) as ClientEventName[];

let server: RunningServer;
let host: Person;
beforeAll(async () => {
  const env = { DATABASE_URL: await createEmptyDatabase(inject("postgresUrl"), "uninest_limits"), RATE_LIMIT_FACTOR: "1" };
  server = await startServer({ name: "limits", env: { ...env, AUTH_SECRET: "the secret of a server with limits" } });
  host = await createPerson(server.baseUrl, "host");
});
afterAll(async () => {
  host.device.leaves();
  await server.stop();
});

let before: Promise<unknown> = Promise.resolve();
/** One burst after the other, so that what is refused is refused for its number and for nothing else; the waits are common. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
};

type Tried = { sentAt: number; answeredAt: number; refusal: WireError | null };

const timed = async (ask: () => Promise<WireError | null>): Promise<Tried> => {
  const sentAt = Date.now();
  const refusal = await ask();
  return { sentAt, answeredAt: Date.now(), refusal };
};

const refusalOf = (answer: { ok: true } | { ok: false; error: WireError }): WireError | null => (answer.ok ? null : answer.error);

/** `count` tries: the first alone, so that it is known when its window began, then the others in one breath. */
const burst = async (count: number, ask: () => Promise<WireError | null>): Promise<Tried[]> => {
  const first = await timed(ask);
  return [first, ...(await Promise.all(Array.from({ length: count - 1 }, () => timed(ask))))];
};

/** What is told to wait ends where the window that the first try opened ends. */
const expectExact = (first: Tried, { refusal, sentAt, answeredAt }: Tried, windowMs = WINDOW_MS): void => {
  expect(refusal).toMatchObject({ code: "rate_limited" });
  const wait = refusal?.retryAfterMs ?? 0;
  expect(wait).toBeGreaterThanOrEqual(first.sentAt + windowMs - answeredAt - EXACT_MS);
  expect(wait).toBeLessThanOrEqual(first.answeredAt + windowMs - sentAt + EXACT_MS);
};

/** Nothing for an answer that has to do with what was asked, and not with how often. */
const onlyLimits = (refusal: WireError | null): WireError | null => (refusal?.code === "rate_limited" ? refusal : null);

const guest = async (name: string): Promise<{ person: Person; together: string }> => {
  const person = await createPerson(server.baseUrl, name);
  return { person, together: await person.opens(host) };
};

const asking = ({ person, together }: { person: Person; together: string }, event: ClientEventName) => {
  const { clientSequence: _, ...message } = samplesFor(together, host.id)["message:send"];
  return (): Promise<WireError | null> => {
    const samples = { ...samplesFor(together, host.id), "message:send": { ...message, messageId: v7() } };
    return person.device
      .ask(event, samples[event] as EventRequest<typeof event>)
      .then(refusalOf)
      .then(onlyLimits);
  };
};

const FORGED = [
  "x-forwarded-for",
  "forwarded",
  "x-real-ip",
  "x-client-ip",
  "cf-connecting-ip",
  "true-client-ip",
  "x-uninest-address",
];
let forgeries = 0;
/** Headers by which a request claims to come from somewhere else, each time from another place. */
const forged = (): Record<string, string> => {
  forgeries += 1;
  const address = `203.0.113.${forgeries % 250}`;
  return Object.fromEntries(FORGED.map((name) => [name, name === "forwarded" ? `for=${address}` : address]));
};

const post = async (path: string, token: string | undefined, body: object): Promise<WireError | null> => {
  const options = { method: "POST", body, headers: forged(), ...(token === undefined ? {} : { token }) };
  const answer = await request<WireError>(`${server.baseUrl}${path}`, options);
  return answer.status < 300 ? null : answer.body;
};

const signIn = async ({ email, password }: Pick<Person, "email" | "password">): Promise<TokenPair> =>
  (await request<TokenPair>(`${server.baseUrl}/api/tokens`, { method: "POST", body: { email, password } })).body;

const codes = (tried: (WireError | null)[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const one of tried) counted[one?.code ?? "taken"] = (counted[one?.code ?? "taken"] ?? 0) + 1;
  return counted;
};

const alone = (name: string, scene: () => Promise<void>) => test(name, () => inTurn(scene), TEST_MS);

describe.concurrent("everybody at once", () => {
  test.each(EVENTS)(
    "%s: the first one too many is refused, says exactly how long to wait, and gets through after it",
    async (event) => {
      const { points } = rates[clientEvents[event].rate];
      const { ask, tried } = await inTurn(async () => {
        const one = asking(await guest(event.replace(":", " ")), event);
        return { ask: one, tried: await burst(points + 1, one) };
      });
      expect(tried.findIndex(({ refusal }) => refusal !== null)).toBe(points);
      const [first, last] = [tried[0], tried[points]];
      if (!first || !last) throw new Error("nothing was tried");
      expectExact(first, last);
      // Asking again and again makes the wait no longer.
      expectExact(first, await timed(ask));
      await delay(last.answeredAt + (last.refusal?.retryAfterMs ?? 0) - Date.now());
      expect(await ask()).toBeNull();
    },
    TEST_MS,
  );

  test(
    "connections have a limit, whatever their device and session, and a place comes free after the wait",
    async () => {
      const connect = (token: string) => attempt(server.baseUrl, { auth: { token }, headers: forged() });
      const { person, other, outcomes } = await inTurn(async () => {
        const { person: one } = await guest("restless");
        const tokens = [one.tokens.accessToken, (await signIn(one)).accessToken] as const;
        const turns = Array.from({ length: 40 }, (_, turn) => tokens[turn % 2 === 0 ? 0 : 1]);
        const results = [];
        for (const token of turns) results.push(await connect(token));
        return { person: one, other: tokens[1], outcomes: results };
      });
      // One was taken by the device that is connected already.
      expect(outcomes.filter((one) => one === "ready")).toHaveLength(rates.handshake.points - 1);
      const refused = outcomes.slice(rates.handshake.points - 1).map((one) => (typeof one === "object" ? one : undefined));
      expect(new Set(refused.map((one) => one?.code))).toEqual(new Set(["rate_limited"]));
      await delay(refused.at(-1)?.retryAfterMs ?? 0);
      expect(await connect(other)).toBe("ready");
      person.device.leaves();
    },
    TEST_MS,
  );

  alone("many sockets, devices, sessions, both doors and forged addresses share one person's messages", async () => {
    const { person, together } = await guest("many");
    const other = await signIn(person);
    const devices = [
      person.device,
      await person.connects(),
      await connectDevice(server.baseUrl, other.accessToken, { deviceId: v7() }),
    ];
    const draft = () => ({ conversationId: together, messageId: v7(), content: "hello" });
    const tried = Array.from({ length: 15 }, (_, turn) => [
      ...devices.map((device) => device.ask("message:send", draft()).then(refusalOf)),
      post(`/api/conversations/${together}/messages`, turn % 2 === 0 ? other.accessToken : person.tokens.accessToken, draft()),
    ]);
    expect(codes(await Promise.all(tried.flat()))).toEqual({ taken: 30, rate_limited: 30 });
    for (const device of devices) device.leaves();
  });

  alone("arrived and read share a limit, over both doors", async () => {
    const { person, together } = await guest("reader");
    const move = { conversationId: together, seq: 0 };
    const tried = Array.from({ length: 50 }, () => [
      person.device.ask("message:ack", move).then(refusalOf),
      person.device.ask("message:read", move).then(refusalOf),
      post(`/api/conversations/${together}/read`, person.tokens.accessToken, { seq: 0 }),
    ]);
    expect(codes(await Promise.all(tried.flat()))).toEqual({ taken: 120, rate_limited: 30 });
    person.device.leaves();
  });

  alone("blocking and muting share a limit, over both doors", async () => {
    const { person, together } = await guest("quiet");
    const base = `/api/conversations/${together}`;
    const { accessToken } = person.tokens;
    const tried = Array.from({ length: 2 }, () => [
      person.device.ask("block:user", { userId: host.id }).then(refusalOf),
      person.device.ask("unblock:user", { userId: host.id }).then(refusalOf),
      person.device.ask("mute:conversation", { conversationId: together }).then(refusalOf),
      person.device.ask("unmute:conversation", { conversationId: together }).then(refusalOf),
      post(`${base}/block`, accessToken, { userId: host.id }),
      post(`${base}/unblock`, accessToken, { userId: host.id }),
      post(`${base}/mute`, accessToken, {}),
      post(`${base}/unmute`, accessToken, {}),
    ]);
    expect(codes(await Promise.all(tried.flat()))).toEqual({ taken: 10, rate_limited: 6 });
    person.device.leaves();
  });

  alone("everything else shares a limit, over both doors", async () => {
    const { person } = await guest("curious");
    const get = async (): Promise<WireError | null> => {
      const { accessToken: token } = person.tokens;
      const answer = await request<WireError>(`${server.baseUrl}/api/conversations`, { token, headers: forged() });
      if (answer.status === 200) return null;
      expect(Number(answer.headers.get("retry-after"))).toBe(Math.ceil((answer.body.retryAfterMs ?? 0) / 1000));
      return answer.body;
    };
    const tried = Array.from({ length: 60 }, () => [person.device.ask("socket:ping", {}).then(refusalOf), get()]);
    expect(codes(await Promise.all(tried.flat()))).toEqual({ taken: 100, rate_limited: 20 });
    person.device.leaves();
  });

  alone("new conversations have a limit of an hour", async () => {
    const person = await createPerson(server.baseUrl, "opener");
    const { points, seconds } = rates["conversation:create"];
    const open = () => post("/api/conversations", person.tokens.accessToken, { userId: host.id });
    const tried = await burst(points + 1, open);
    expect(codes(tried.map(({ refusal }) => refusal))).toEqual({ taken: points, rate_limited: 1 });
    const refused = tried.find(({ refusal }) => refusal !== null);
    if (!tried[0] || !refused) throw new Error("nothing was refused");
    expectExact(tried[0], refused, seconds * 1000);
    person.device.leaves();
  });

  alone("wrong passwords: ten for an account and an address, through whichever door, whatever the headers say", async () => {
    const [alice, bob] = [await createPerson(server.baseUrl, "alice"), await createPerson(server.baseUrl, "bob")];
    const { points, seconds } = rates["sign-in"];
    const guess = (email: string, password = "a wrong guess") => timed(() => post("/api/tokens", undefined, { email, password }));
    const first = await guess(alice.email);
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(signInByCookie(server.baseUrl, { email: alice.email, password: "wrong too" })).rejects.toThrow();
    }
    const rest = [];
    for (let turn = 4; turn < points; turn += 1) rest.push((await guess(alice.email.toUpperCase())).refusal?.code);
    expect([first.refusal?.code, ...rest]).toEqual(Array.from({ length: points - 3 }, () => "unauthenticated"));
    const eleventh = await guess(alice.email, alice.password);
    expectExact(first, eleventh, seconds * 1000);
    await expect(signInByCookie(server.baseUrl, alice)).rejects.toThrow();
    // Somebody else at the same address is not kept out.
    expect((await signIn(bob)).user.id).toBe(bob.id);
    alice.device.leaves();
    bob.device.leaves();
  });
});

test("who is not signed in is counted by address, and a forged one is none", async () => {
  const ask = async (): Promise<number> => (await request(`${server.baseUrl}/api/listings`, { headers: forged() })).status;
  const statuses: number[] = [];
  // A few at once: what more of them would find is a database that is busy.
  while (statuses.length < rates.other.points + 20) statuses.push(...(await Promise.all(Array.from({ length: 10 }, ask))));
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(rates.other.points);
  expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
  expect(statuses).toContain(429);
});
