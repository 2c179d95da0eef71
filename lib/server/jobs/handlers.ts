import type { JobHandlers } from "#lib/infra/jobs/graphile-worker.ts";
import type { Services } from "../services.ts";

/** Every job's sentence. */
export const createJobHandlers = ({ verifications, upkeep }: Services): JobHandlers => ({
  "account:mail": (payload, run) => verifications.deliver(payload, run),
  "upkeep:clean": () => upkeep.clean(),
});
