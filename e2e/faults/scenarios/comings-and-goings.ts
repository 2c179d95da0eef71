import { setTimeout as delay } from "node:timers/promises";
import { type Footprint, INSPECTED, openInspector } from "../../harness/inspector.ts";
import { enter } from "../enter.ts";
import { openHouse } from "../house.ts";
import type { Setting } from "../setting.ts";
import { createPerson } from "../workload/person.ts";

const AT_ONCE = 10;
/** What a server keeps for good after its first connections is no leak. */
const WARM_UP = 1_000;
/** The last farewells, and the pool's idle connections, take their time. */
const CALM_MS = 4_000;

export type Comings = { connections: number; before: Footprint; after: Footprint; perSecond: number };

/** R5: so many connect and go, and the server is as it was. */
export const comingsAndGoings = async (setting: Setting, { connections }: { connections: number }): Promise<Comings> => {
  const house = await openHouse(setting, { name: "comings", node: INSPECTED, isAlone: true });
  const person = await createPerson(house.baseUrl, "m1", "alice");
  const token = await person.token();
  const comeAndGo = async (): Promise<void> => (await enter(house.baseUrl, token)).leaves();
  const many = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, comeAndGo));
  };
  const [log = ""] = house.logs;
  const inspector = await openInspector(log);
  const look = async (): Promise<Footprint> => {
    await delay(CALM_MS);
    return inspector.footprint();
  };
  await many(WARM_UP);
  const before = await look();
  const startedAt = performance.now();
  await many(connections);
  const perSecond = connections / ((performance.now() - startedAt) / 1000);
  const after = await look();
  inspector.close();
  await house.close();
  return { connections, before, after, perSecond };
};
