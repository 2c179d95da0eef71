import type { Database } from "#lib/db/client.ts";
import type { AuditHeads } from "../ports.ts";
import { findLinks } from "./audit.reader.ts";
import { type ChainFault, createChainCheck } from "./chain-check.policy.ts";

const ROWS_AT_A_TIME = 5_000;

type Deps = { database: Database; auditKey: string; auditHeads: AuditHeads };

/** `line`: the head that is none of ours, contradicts another one, or is the first that there should be. */
type AuditFault = ChainFault | { line: number; reason: "forged" | "contradiction" | "none" };
export type AuditVerdict = {
  /** How many entries are as they were written. */
  entries: number;
  /** The last place that a head tells of; what came later is held by the key alone. */
  anchored: number;
  fault: AuditFault | undefined;
};

/** Reads the whole audit log, and tells the first place where it is not what was written. */
export const createAuditCheckService = ({ database, auditKey, auditHeads }: Deps) => {
  const loadHeads = async () => {
    const heads = new Map<number, string>();
    let fault: AuditFault | undefined;
    for await (const { line, head } of auditHeads.all()) {
      const known = head && heads.get(head.seq);
      if (!head) fault ??= { line, reason: "forged" };
      else if (known !== undefined && known !== head.hash) fault ??= { line, reason: "contradiction" };
      else heads.set(head.seq, head.hash);
    }
    return { heads, fault };
  };

  const walk = async (check: ReturnType<typeof createChainCheck>): Promise<ChainFault | undefined> => {
    for (;;) {
      const links = await database.read((db) => findLinks(db, { after: check.count(), limit: ROWS_AT_A_TIME }));
      for (const link of links) {
        const fault = check.next(link);
        if (fault) return fault;
      }
      if (links.length < ROWS_AT_A_TIME) return check.end();
    }
  };

  return {
    /** Entries and heads that are written meanwhile do no harm: heads are read first, and entries only come behind. */
    check: async (): Promise<AuditVerdict> => {
      const { heads, fault: faultOfHeads } = await loadHeads();
      const check = createChainCheck({ key: auditKey, heads });
      const fault = (await walk(check)) ?? faultOfHeads;
      const entries = check.count();
      const anchored = [...heads.keys()].reduce((most, seq) => (seq <= entries ? Math.max(most, seq) : most), 0);
      const isAdrift = entries > 0 && heads.size === 0;
      return { entries, anchored, fault: fault ?? (isAdrift ? { line: 1, reason: "none" } : undefined) };
    },
  };
};
