import type { AuditLog } from "../ports.ts";
import { insertEntry, lockTip } from "./audit-log.repository.ts";
import { GENESIS, hashOf } from "./chain.policy.ts";

/** What is done with the power of an admin, put down where it cannot be changed unseen. */
export const createAuditLog = ({ auditKey }: { auditKey: string }): AuditLog => ({
  write: async (db, entry) => {
    const { tip, at } = await lockTip(db);
    const seq = (tip?.seq ?? 0) + 1;
    const prevHash = tip?.hash ?? GENESIS;
    const hash = hashOf(auditKey, prevHash, { ...entry, seq, at: at.toISOString() });
    await insertEntry(db, { ...entry, seq, at, prevHash, hash });
  },
});
