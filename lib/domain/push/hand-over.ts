import type { Database } from "#lib/db/client.ts";
import type { Push, PushNote, PushTarget } from "../ports.ts";
import type { SubscriptionRow } from "./push.reader.ts";
import { dropGone, noteOutcome } from "./push.repository.ts";

/** Worth nothing any more after that. */
export const DAY_SECONDS = 86_400;

export type HandOver = (to: SubscriptionRow, note: PushNote) => Promise<"taken" | "gone">;

const targetOf = ({ service, endpoint, p256dh, auth }: SubscriptionRow): PushTarget =>
  service === "web" ? { service, endpoint, p256dh: p256dh ?? "", auth: auth ?? "" } : { service, token: endpoint };

/** Hands a note to a device's push service and notes how that went. A device that is gone is forgotten. */
export const createHandOver =
  ({ database, push }: { database: Database; push: Push }): HandOver =>
  async (to, note) => {
    try {
      const outcome = await push.send(targetOf(to), note);
      await database.write((db) => (outcome === "taken" ? noteOutcome(db, to.id, "success") : dropGone(db, to)));
      return outcome;
    } catch (error) {
      await database.write((db) => noteOutcome(db, to.id, "failure"));
      throw error;
    }
  };
