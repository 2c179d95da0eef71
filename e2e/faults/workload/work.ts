import { setTimeout as delay } from "node:timers/promises";
import type { Crowd } from "./crowd.ts";
import type { FaultDevice } from "./device.ts";

type Options = {
  /** Resolves when it is enough. */
  until: Promise<unknown>;
  /** The mean time between two things that one device does. */
  paceMs?: number;
  /** How often a device loses its connection instead. */
  drops?: number;
  /** Conversations of others, to be asked for. */
  foreign?: string[];
};

const pick = <Item>(items: Item[]): Item | undefined => items[Math.floor(Math.random() * items.length)];

const doSomething = async (device: FaultDevice, conv: string, drops: number, foreign: string[]): Promise<void> => {
  const dice = Math.random();
  const other = pick(foreign);
  if (dice < drops) device.line.drops();
  else if (dice < drops + 0.2) await device.reads(conv);
  else if (dice < drops + 0.25 && other) await device.pries(other);
  else device.says(conv);
};

/** Everybody writes, reads, loses the connection and pries, at a pace of their own. */
export const work = async (crowd: Crowd, { until, paceMs = 120, drops = 0.03, foreign = [] }: Options): Promise<void> => {
  let enough = false;
  const stop = until.finally(() => {
    enough = true;
  });
  const live = async (device: FaultDevice): Promise<void> => {
    const places = crowd.placesOf(device.person);
    while (!enough) {
      const place = pick(places);
      // What cannot be sent is not piled up without end.
      if (place && device.outbox.waiting() < 20) await doSomething(device, place.id, drops, foreign);
      await delay(paceMs * (0.3 + Math.random() * 1.4));
    }
  };
  await Promise.all([stop, ...crowd.devices.map(live)]);
};
