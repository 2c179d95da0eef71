import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { modelMs, modelRuns } from "#lib/client/testing/model-runs.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { type Device, gather, type Person } from "../harness/person.ts";
import { type House, openHouse } from "./house.ts";

/** The server against a model of twenty lines: whatever two people do in whatever order, it answers what the model says. */

const RUNS = modelRuns(25);

type Name = "alice" | "bob";
type Model = { said: { id: string; by: Name }[]; read: Record<Name, number>; delivered: Record<Name, number> };
type Pair = { people: Record<Name, Person>; devices: Record<Name, Device>; conv: string };

let house: House;
beforeAll(async () => {
  house = await openHouse(inject("setting"), { name: "model", isAlone: true });
});
afterAll(async () => {
  await house.stop();
});

const unreadOf = ({ said, read }: Model, who: Name): number => said.slice(read[who]).filter(({ by }) => by !== who).length;
const upTo = (seq: number, { said }: Model): number => Math.min(seq, said.length);
const raise = (marks: Record<Name, number>, who: Name, seq: number): number => {
  marks[who] = Math.max(marks[who], seq);
  return marks[who];
};

type Does = { what: string; when?: (model: Model) => boolean; run: (model: Model, pair: Pair) => Promise<void> };
const command = ({ what, when = () => true, run }: Does): fc.AsyncCommand<Model, Pair> => ({
  check: when,
  run,
  toString: () => what,
});

const says = (who: Name, overHttp: boolean) =>
  command({
    what: `${who} says something ${overHttp ? "over HTTP" : ""}`,
    run: async (model, { people, devices, conv }) => {
      const id = v7();
      const sent = overHttp
        ? (
            await people[who].http(`/api/conversations/${conv}/messages`, {
              method: "POST",
              body: { messageId: id, content: "hello" },
            })
          ).body
        : await devices[who].does("message:send", { conversationId: conv, messageId: id, content: "hello" });
      model.said.push({ id, by: who });
      raise(model.read, who, model.said.length);
      raise(model.delivered, who, model.said.length);
      expect(sent).toMatchObject({ seq: model.said.length, duplicate: false });
    },
  });

const saysAgain = (who: Name, which: number) =>
  command({
    what: `${who} sends the id of message ${which}`,
    when: ({ said }) => said.length > 0,
    run: async ({ said }, { devices, conv }) => {
      const index = which % said.length;
      const { id = "", by } = said[index] ?? {};
      const answer = await devices[who].ask("message:send", { conversationId: conv, messageId: id, content: "again" });
      if (by === who) expect(answer).toMatchObject({ ok: true, data: { seq: index + 1, duplicate: true } });
      else expect(answer).toMatchObject({ ok: false, error: { code: "conflict" } });
    },
  });

const reads = (who: Name, seq: number) =>
  command({
    what: `${who} reads up to ${seq}`,
    run: async (model, { devices, conv }) => {
      const readSeq = raise(model.read, who, upTo(seq, model));
      raise(model.delivered, who, readSeq);
      const answer = await devices[who].does("message:read", { conversationId: conv, seq });
      expect(answer).toMatchObject({ readSeq, unreadCount: unreadOf(model, who) });
    },
  });

const holds = (who: Name, seq: number) =>
  command({
    what: `${who} holds up to ${seq}`,
    run: async (model, { devices, conv }) => {
      const deliveredSeq = raise(model.delivered, who, upTo(seq, model));
      expect(await devices[who].does("message:ack", { conversationId: conv, seq })).toEqual({ deliveredSeq });
    },
  });

const opensAgain = (who: Name) =>
  command({
    what: `${who} opens it again`,
    run: async (_, { people, conv }) => {
      expect(await people[who].opens(people[who === "alice" ? "bob" : "alice"])).toBe(conv);
    },
  });

const comesBack = (who: Name, rev: number) =>
  command({
    what: `${who} comes back with rev ${rev}`,
    run: async (model, { people, devices, conv }) => {
      devices[who].leaves();
      const cursor = upTo(rev, model);
      devices[who] = await people[who].connects({ cursors: { [conv]: cursor } });
      const { changes, unreadCounts } = await devices[who].hears("session:ready");
      expect(changes[0]?.messages.map(({ messageId }) => messageId)).toEqual(model.said.slice(cursor).map(({ id }) => id));
      expect(unreadCounts[conv] ?? 0).toBe(unreadOf(model, who));
    },
  });

const signsOutElsewhere = (who: Name) =>
  command({
    what: `${who} signs out on another device`,
    run: async (_, { people, devices }) => {
      const { email, password } = people[who];
      const { body } = await people[who].http<{ accessToken: string }>("/api/tokens", {
        method: "POST",
        body: { email, password },
      });
      const url = `${house.baseUrl}/api/tokens`;
      const headers = { authorization: `Bearer ${body.accessToken}` };
      expect((await fetch(url, { method: "DELETE", headers })).status).toBe(204);
      expect((await fetch(url, { method: "DELETE", headers })).status).toBe(401);
      expect(await devices[who].does("socket:ping", {})).toHaveProperty("serverTime");
    },
  });

const who = fc.constantFrom<Name>("alice", "bob");
const place = fc.nat(30);
const commands = [
  fc.tuple(who, fc.boolean()).map(([name, overHttp]) => says(name, overHttp)),
  fc.tuple(who, fc.boolean()).map(([name, overHttp]) => says(name, overHttp)),
  fc.tuple(who, place).map(([name, which]) => saysAgain(name, which)),
  fc.tuple(who, place).map(([name, seq]) => reads(name, seq)),
  fc.tuple(who, place).map(([name, seq]) => holds(name, seq)),
  who.map(opensAgain),
  fc.tuple(who, place).map(([name, rev]) => comesBack(name, rev)),
  who.map(signsOutElsewhere),
];

const historyOf = async ({ people, conv }: Pair, name: Name): Promise<MessagePage> =>
  (await people[name].http<MessagePage>(`/api/conversations/${conv}/messages?limit=100`)).body;

test("whatever two people do, the server answers what the model says", { timeout: modelMs(300_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), async (sequence) => {
      const people = await gather(house.baseUrl, "alice", "bob");
      const devices = { alice: people.alice.device, bob: people.bob.device };
      const pair: Pair = { people, devices, conv: await people.alice.opens(people.bob) };
      const model: Model = { said: [], read: { alice: 0, bob: 0 }, delivered: { alice: 0, bob: 0 } };
      await fc.asyncModelRun(() => ({ model, real: pair }), sequence);
      for (const name of ["alice", "bob"] as const) {
        const { messages } = await historyOf(pair, name);
        expect(messages.map(({ messageId }) => messageId)).toEqual(model.said.map(({ id }) => id));
        pair.devices[name].leaves();
      }
    }),
    { numRuns: RUNS },
  );
});
