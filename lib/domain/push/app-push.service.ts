import { limits } from "#lib/contract/limits.ts";
import type { AppPushTarget, PushDevice, PushDevices } from "#lib/contract/push.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { NewId, Push } from "../ports.ts";
import { findHeardSubscriptions, type SubscriptionRow } from "./push.reader.ts";
import * as subscriptions from "./push.repository.ts";

type Deps = { database: Database; push: Push; newId: NewId };

const present = ({ id, service, createdAt, lastSuccessAt, lastFailureAt }: SubscriptionRow): PushDevice[] =>
  service === "web"
    ? []
    : [
        {
          id,
          service,
          createdAt: createdAt.toISOString(),
          lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
          lastFailureAt: lastFailureAt?.toISOString() ?? null,
        },
      ];

/** The apps of somebody that are told while nobody looks: addresses beside those of browsers (docs/decisions/0027). */
export const createAppPushService = ({ database, push, newId }: Deps) => ({
  list: async ({ userId }: Actor): Promise<PushDevices> => ({
    items: (await database.read((db) => findHeardSubscriptions(db, userId))).flatMap(present),
  }),

  /** Whoever registers a token last has it, whoever had it before. @throws {Failure} validation_failed for a service that is not set up */
  register: async ({ userId, sessionId }: Actor, { service, token }: AppPushTarget): Promise<PushDevice> => {
    if (!push.serves(service)) {
      const details = [{ path: ["service"], message: "is not set up here" }];
      throw fail("validation_failed", { details });
    }
    return database.write(async (db) => {
      const owner = { id: newId(), userId, sessionId };
      const row = await subscriptions.putSubscription(db, owner, { service, endpoint: token, keys: null });
      await subscriptions.dropOldest(db, userId, limits.pushSubscriptions);
      const [device] = present(row);
      if (!device) throw new Error("an app was stored as a browser");
      return device;
    });
  },

  /** What is not there needs no forgetting. */
  forget: async ({ userId }: Actor, { token }: AppPushTarget): Promise<Record<string, never>> => {
    await database.write((db) => subscriptions.dropSubscription(db, { userId, endpoint: token }));
    return {};
  },
});
