import type { Database } from "#lib/db/client.ts";
import type { AuditHeads, Clock } from "../ports.ts";
import { findTip } from "./audit-log.repository.ts";

type Deps = { database: Database; auditHeads: AuditHeads; clock: Clock };

/** Puts down outside the database how far the audit log has come. */
export const createAuditHeadService = ({ database, auditHeads, clock }: Deps) => {
  let kept: string | undefined;

  return {
    /** Keeps the head, unless it is the one that was kept last. */
    keep: async (): Promise<void> => {
      const tip = await database.read(findTip);
      if (!tip || tip.hash === kept) return;
      await auditHeads.append({ ...tip, at: clock().toISOString() });
      kept = tip.hash;
    },
  };
};
export type AuditHeadService = ReturnType<typeof createAuditHeadService>;
