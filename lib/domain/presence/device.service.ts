import { limits } from "#lib/contract/limits.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import type { Clock } from "../ports.ts";
import { type DeviceOf, touchDevices } from "./presence.repository.ts";

type Deps = { database: Database; clock: Clock };
type Touch = { at: Date; before: Date | undefined };

/** So many devices are noted at once, and so many may wait for it. */
const SIZE = 256;
const WAITING_MAX = 10_000;

const keyOf = ({ userId, deviceId }: DeviceOf): string => `${userId} ${deviceId}`;

export const createDeviceService = ({ database, clock }: Deps) => {
  const touches = createBatcher<DeviceOf, Touch>({
    size: SIZE,
    capacity: WAITING_MAX,
    begin: setImmediate,
    run: async (touched) => {
      const at = clock();
      // One that comes and goes at once, or twice at once, is noted once; the second time it was here just now.
      const each = [...new Map(touched.map((device) => [keyOf(device), device])).values()];
      const times = await database.byKeys.read((db) => touchDevices(db, each, at));
      const before = new Map(each.map((device, index) => [keyOf(device), times[index]]));
      return touched.map((device) => {
        const touch = { at, before: before.get(keyOf(device)) };
        before.set(keyOf(device), at);
        return touch;
      });
    },
  });

  return {
    /** Notes that a device has connected. `resumed` when it was here less than half an hour ago. */
    connected: async ({ userId }: Actor, deviceId: string): Promise<"new" | "resumed"> => {
      const { at, before } = await touches.add({ userId, deviceId });
      return before && at.getTime() - before.getTime() < limits.resumeMs ? "resumed" : "new";
    },

    disconnected: async ({ userId }: Actor, deviceId: string): Promise<void> => {
      await touches.add({ userId, deviceId });
    },
  };
};
