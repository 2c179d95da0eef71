import { readEnv } from "#lib/infra/env.ts";
import { type AuditVerdict, verifyAudit } from "#lib/server/audit-verification.ts";

/** `npm run audit:verify` reads the whole audit log and its heads: 0 when all is as it was written, 1 when not, 2 when nobody can tell. */

type Fault = NonNullable<AuditVerdict["fault"]>;

const inEntries: Record<Extract<Fault, { seq: number }>["reason"], (seq: number) => string> = {
  place: (seq) => `Entry ${seq} is missing, or another stands in its place.`,
  link: (seq) => `Entry ${seq} is not bound to the one before it.`,
  content: (seq) => `Entry ${seq} is not what was written, or not by us.`,
  head: (seq) => `Entry ${seq}, or one before it, was written anew: a head tells of another.`,
  cut: (seq) => `The log ends before entry ${seq}: a head tells that there were more.`,
};

const inHeads: Record<Extract<Fault, { line: number }>["reason"], (line: number) => string> = {
  forged: (line) => `Line ${line} of the heads is none of ours.`,
  contradiction: (line) => `Line ${line} of the heads contradicts one before it.`,
  none: () => "There are no heads: nobody can tell whether the end was cut off.",
};

const wordsFor = (fault: Fault): string =>
  "seq" in fault ? inEntries[fault.reason](fault.seq) : inHeads[fault.reason](fault.line);

const verify = async (): Promise<void> => {
  const { entries, anchored, fault } = await verifyAudit(readEnv());
  if (fault) console.error(wordsFor(fault));
  console.log(`${entries} entries are as they were written; heads tell of the first ${anchored}.`);
  process.exitCode = fault ? 1 : 0;
};

await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
