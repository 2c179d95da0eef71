import type { Database } from "#lib/db/client.ts";
import type { SessionService } from "../accounts/session.service.ts";
import type { VerificationService } from "../accounts/verification.service.ts";
import type { UploadService } from "../attachments/upload.service.ts";
import type { ChangeService } from "../messages/change.service.ts";
import type { LinkPreviewService } from "../messages/link-preview.service.ts";
import type { HeldService } from "../moderation/held.service.ts";
import type { Clock, JobQueue } from "../ports.ts";
import { dropEffects } from "./effect.repository.ts";

const DAY_MS = 86_400_000;
/** A dead job can be tried again for so long. */
const DEAD_JOBS_MS = 30 * DAY_MS;
/** What was deleted is kept for whoever looks into a report, and no longer (docs/decisions/0036). */
const DELETED_WORDS_MS = 30 * DAY_MS;
/** Longer than any job can come back: a note that is gone would let its effect happen again. */
const EFFECTS_MS = 90 * DAY_MS;

type Deps = {
  database: Database;
  jobs: JobQueue;
  sessions: Pick<SessionService, "forgetEnded">;
  verifications: Pick<VerificationService, "forgetExpired">;
  changes: Pick<ChangeService, "forgetDeleted">;
  held: Pick<HeldService, "forgetDecided">;
  uploads: Pick<UploadService, "forgetStale">;
  previews: Pick<LinkPreviewService, "forgetUnused">;
  clock: Clock;
};

export const createUpkeepService = ({
  database,
  jobs,
  sessions,
  verifications,
  changes,
  held,
  uploads,
  previews,
  clock,
}: Deps) => ({
  /** Drops what nobody needs any more. Doing it twice does nothing more. */
  clean: async (): Promise<void> => {
    const before = (ms: number): Date => new Date(clock().getTime() - ms);
    await verifications.forgetExpired();
    await sessions.forgetEnded();
    await changes.forgetDeleted(before(DELETED_WORDS_MS));
    await held.forgetDecided();
    await uploads.forgetStale();
    await previews.forgetUnused();
    await database.write((db) => jobs.dropDead(db, before(DEAD_JOBS_MS)));
    await database.write((db) => dropEffects(db, before(EFFECTS_MS)));
  },
});
