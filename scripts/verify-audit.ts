import type { AuditFault } from "#lib/contract/audit.ts";
import { readEnv } from "#lib/infra/env.ts";
import { verifyAudit } from "#lib/server/audit-verification.ts";

/** `npm run audit:verify` reads the whole audit log and its heads: 0 when all is as it was written, 1 when not, 2 when nobody can tell. */

const words: Record<AuditFault["reason"], (at: number) => string> = {
  place: (seq) => `Entry ${seq} is missing, or another stands in its place.`,
  link: (seq) => `Entry ${seq} is not bound to the one before it.`,
  content: (seq) => `Entry ${seq} is not what was written, or not by us.`,
  head: (seq) => `Entry ${seq}, or one before it, was written anew: a head tells of another.`,
  cut: (seq) => `The log ends before entry ${seq}: a head tells that there were more.`,
  forged: (line) => `Line ${line} of the heads is none of ours.`,
  contradiction: (line) => `Line ${line} of the heads contradicts one before it.`,
  none: () => "There are no heads: nobody can tell whether the end was cut off.",
};

const verify = async (): Promise<void> => {
  const { entries, anchored, fault } = await verifyAudit(readEnv());
  if (fault) console.error(words[fault.reason](fault.at));
  console.log(`${entries} entries are as they were written; heads tell of the first ${anchored}.`);
  process.exitCode = fault ? 1 : 0;
};

await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
