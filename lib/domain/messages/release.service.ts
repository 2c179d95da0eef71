import type { SendMessage } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import type { Failure } from "../fail.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import type { Glance } from "./content.policy.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import { createSendAnnouncer } from "./message.sender.ts";
import { planSends } from "./send.policy.ts";
import { loadFacts } from "./send.repository.ts";
import { wantedBy, writePlan } from "./send.writer.ts";

type Deps = { publish: Publisher; unread: UnreadAnnouncer; deliveries: DeliveryWatch; jobs: JobQueue };

/** A message that somebody has looked at, as its sender would send it now. */
export type Released = { actor: Actor; input: SendMessage };

/** A person has judged what a text says. */
const LOOKED_AT: Glance = { isSuspect: false, isMoney: false, fingerprint: null };

/** Sends what has waited, in the transaction of who lets it go. */
export const createReleaseService = ({ jobs, ...deps }: Deps) => {
  const announce = createSendAnnouncer(deps);
  return {
    /**
     * Gives each its place, in their order, if it may still be sent. Locks the conversations. Resolves to why each could not be
     * sent, or null, and to what tells of the others once it is committed.
     */
    releaseIn: async (db: Db, released: Released[]): Promise<{ failures: (Failure | null)[]; tell: () => void }> => {
      const sends = released.map((one) => ({ ...one, glance: LOOKED_AT }));
      const facts = await loadFacts(db, wantedBy(sends));
      // They wait under these very ids.
      const plan = planSends(sends, { ...facts, held: new Map() }, () => ({ notices: [], score: 0 }));
      const { caughtUp, views, done } = await writePlan(db, jobs, plan, facts);
      await done;
      const failures = plan.outcomes.map((outcome) => ("failure" in outcome ? outcome.failure : null));
      return { failures, tell: () => announce({ plan, caughtUp, views }) };
    },
  };
};
export type ReleaseService = ReturnType<typeof createReleaseService>;
