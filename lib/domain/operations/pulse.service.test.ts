import { expect, test } from "vitest";
import type { Pulse } from "#lib/contract/pulse.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import type { JobQueue } from "../ports.ts";
import { createPulseService } from "./pulse.service.ts";

const census = {
  jobs: [
    { name: "account:mail", state: "due", count: 2 },
    { name: "digest:mail", state: "running", count: 1 },
    { name: "digest:mail", state: "later", count: 5 },
    { name: "digest:mail", state: "dead", count: 4 },
  ],
  oldestDueSeconds: 0,
};

const openHouse = () => {
  const told: Pulse[] = [];
  let now = Date.parse("2027-01-10T12:00:00.000Z");
  let isWatched = false;
  let isDown = false;
  let looks = 0;
  const read = async (work: (db: unknown) => Promise<unknown>) => {
    if (isDown) throw new Error("the database is away");
    return work({ $count: async () => 7 });
  };
  const pulse = createPulseService({
    database: { read } as unknown as Database,
    jobs: {
      census: async () => {
        looks += 1;
        return census;
      },
    } as unknown as JobQueue,
    vitals: {
      read: () => ({ connections: 3, people: 2, eventLoopMs: 0.4, pool: { used: 1, size: 10, waiting: 0 } }),
      isWatched: () => isWatched,
    },
    meter: { lastMinute: () => ({ messages: 9, delivery: null, errors: 1 }), errorsOfHour: () => ({ blocked: 1 }) },
    publish: { toDesk: (_, payload) => void told.push(payload as Pulse) },
    clock: () => new Date(now),
  });
  return {
    pulse,
    told,
    looks: () => looks,
    watch: () => {
      isWatched = true;
    },
    fall: () => {
      isDown = true;
    },
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
};

const actor = (role: Actor["role"]): Actor => ({ userId: "ada", name: "ada", role, sessionId: "one" });

test("while nobody watches one look in half a minute is enough; whoever begins to is told of them", async () => {
  const { pulse, looks, pass, watch, told } = openHouse();
  for (let beat = 0; beat < 13; beat += 1) {
    await pulse.beat();
    pass(5);
  }
  expect(looks()).toBe(3);
  watch();
  await pulse.beat();
  expect(looks()).toBe(4);
  let hasJoined = false;
  const history = await pulse.watch(actor("admin"), async () => {
    hasJoined = true;
  });
  expect(hasJoined).toBe(true);
  expect(history).toMatchObject({ since: "2027-01-10T12:00:00.000Z", errorsByCode: { blocked: 1 } });
  expect(history.samples.at(-1)).toEqual(told.at(-1)?.sample);
  expect(history.samples.at(-1)).toMatchObject({ people: 2, messages: 9, jobs: { waiting: 3, dead: 4 }, reports: 7 });
});

test.each(["student", "landlord", "moderator"] as const)("a %s is not let in", async (role) => {
  const { pulse } = openHouse();
  let hasJoined = false;
  const watching = pulse.watch(actor(role), async () => {
    hasJoined = true;
  });
  await expect(watching).rejects.toMatchObject({ code: "forbidden" });
  expect(hasJoined).toBe(false);
});

test("what the database does not answer is not known, and the rest is told all the same", async () => {
  const { pulse, told, fall } = openHouse();
  fall();
  await pulse.beat();
  expect(told).toMatchObject([{ sample: { connections: 3, messages: 9, jobs: null, reports: null } }]);
});
