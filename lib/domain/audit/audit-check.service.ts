import type { AuditFault, AuditVerdict } from "#lib/contract/audit.ts";
import type { Database } from "#lib/db/client.ts";
import type { AuditHeads } from "../ports.ts";
import { findLinks } from "./audit.reader.ts";
import { type ChainFault, createChainCheck } from "./chain-check.policy.ts";
import { knownHeads } from "./known-heads.policy.ts";

type Deps = {
  database: Database;
  auditKey: string;
  auditHeads: AuditHeads;
  /** How many entries are read and judged in one go: meanwhile nobody else in the process gets a word in. */
  rowsAtATime?: number;
};

/** Reads the whole audit log, and tells the first place where it is not what was written. */
export const createAuditCheckService = ({ database, auditKey, auditHeads, rowsAtATime = 5_000 }: Deps) => {
  const walk = async (check: ReturnType<typeof createChainCheck>): Promise<ChainFault | undefined> => {
    for (;;) {
      const links = await database.read((db) => findLinks(db, { after: check.count(), limit: rowsAtATime }));
      for (const link of links) {
        const fault = check.next(link);
        if (fault) return fault;
      }
      if (links.length < rowsAtATime) return check.end();
    }
  };

  const faultOfEntries = (fault: ChainFault | undefined): AuditFault | undefined =>
    fault && { at: fault.seq, reason: fault.reason };

  const check = async (): Promise<AuditVerdict> => {
    // Heads first: entries that are written meanwhile only come behind.
    const { heads, fault: faultOfHeads } = await knownHeads(auditHeads.all());
    const chain = createChainCheck({ key: auditKey, heads });
    const found = faultOfEntries(await walk(chain)) ?? faultOfHeads;
    const entries = chain.count();
    const anchored = [...heads.keys()].reduce((most, seq) => (seq <= entries ? Math.max(most, seq) : most), 0);
    const adrift: AuditFault | null = entries > 0 && heads.size === 0 ? { at: 1, reason: "none" } : null;
    return { entries, anchored, fault: found ?? adrift };
  };

  let running: Promise<AuditVerdict> | undefined;

  return {
    /** Once at a time: who asks meanwhile gets the same verdict. */
    check: (): Promise<AuditVerdict> => {
      running ??= check().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
export type AuditCheckService = ReturnType<typeof createAuditCheckService>;
