import { limits } from "#lib/contract/limits.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import type { Clock } from "../ports.ts";
import { touchDevice } from "./presence.repository.ts";

type Deps = { database: Database; clock: Clock };

export const createDeviceService = ({ database, clock }: Deps) => ({
  /** Notes that a device has connected. `resumed` when it was here less than half an hour ago. */
  connected: async (actor: Actor, deviceId: string): Promise<"new" | "resumed"> => {
    const now = clock();
    const before = await database.write((db) => touchDevice(db, actor.userId, deviceId, now));
    return before && now.getTime() - before.getTime() < limits.resumeMs ? "resumed" : "new";
  },

  disconnected: async (actor: Actor, deviceId: string): Promise<void> => {
    await database.write((db) => touchDevice(db, actor.userId, deviceId, clock()));
  },
});
