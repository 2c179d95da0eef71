import { setTimeout as delay } from "node:timers/promises";
import { actions } from "./actions.ts";
import type { SoakRequests } from "./requests.ts";
import type { Resident } from "./residents.ts";
import { createWorld, type World } from "./world.ts";

/** The process that makes the load of a soak: it is asked over IPC and answers there. */

const AT_ONCE = 4;
const PATIENCE_MS = 30_000;
const WHY_CHARACTERS = 100;

let world: World | undefined;
let names = Object.keys(actions);
const done: Record<string, number> = {};
const failed: Record<string, number> = {};
const underWay = new Set<Promise<void>>();

const weightOf = (name: string): number => actions[name]?.weight ?? 0;
const drawName = (): string => {
  let at = Math.random() * names.reduce((sum, name) => sum + weightOf(name), 0);
  for (const name of names) {
    at -= weightOf(name);
    if (at <= 0) return name;
  }
  return names[0] ?? "";
};

/** Two of them may be in each other's way, as people are: what fails is counted, and is no end. */
const act = async (everybody: World): Promise<void> => {
  const name = drawName();
  try {
    await actions[name]?.run(everybody);
    done[name] = (done[name] ?? 0) + 1;
  } catch (error) {
    const why = `${name}: ${String(error instanceof Error ? error.message : error).slice(0, WHY_CHARACTERS)}`;
    failed[why] = (failed[why] ?? 0) + 1;
  }
};

const come = async (people: Resident[]): Promise<void> => {
  const waiting = people.filter((one) => !one.isHere());
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await one.connects();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
};

const handlers: {
  [Name in keyof SoakRequests]: (input: SoakRequests[Name]["input"]) => Promise<SoakRequests[Name]["answer"]>;
} = {
  open: async ({ only, ...setting }) => {
    if (only.length > 0) names = only;
    world = await createWorld(setting);
    await come(world.idle);
    return {};
  },

  work: async ({ seconds, rate }) => {
    if (!world) throw new Error("nobody is there");
    await come(world.residents);
    const until = performance.now() + seconds * 1_000;
    for (let due = performance.now(); due < until; due += (-Math.log(1 - Math.random()) * 1_000) / rate) {
      await delay(Math.max(0, due - performance.now()));
      const one = act(world);
      underWay.add(one);
      void one.finally(() => underWay.delete(one));
    }
    await Promise.race([Promise.all(underWay), delay(PATIENCE_MS)]);
    for (const one of world.residents) one.leaves();
    await come(world.idle);
    return { done, failed, newcomers: world.newcomers(), idle: world.idle.filter((one) => one.isHere()).length };
  },
};

process.on("message", ({ name, input }: { name: keyof SoakRequests; input: never }) => {
  handlers[name](input).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
