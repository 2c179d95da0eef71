import { spawn } from "node:child_process";
import type { AuditPage, AuditRecord } from "#lib/contract/audit.ts";
import type { Person } from "./person.ts";

export const auditOf = (person: Person, query = "") => person.http<AuditPage>(`/api/admin/audit${query}`);

/** All that an admin can read of the log, the oldest first. */
export const wholeAudit = async (person: Person): Promise<AuditRecord[]> => {
  const records: AuditRecord[] = [];
  for (let query: string | undefined = "?limit=100"; query !== undefined; ) {
    const { body }: { body: AuditPage } = await auditOf(person, query);
    records.push(...body.items);
    query = body.nextCursor === null ? undefined : `?limit=100&cursor=${body.nextCursor}`;
  }
  return records.reverse();
};

type Verdict = { code: number | null; said: string };

/** `npm run audit:verify` with these settings. */
export const verifyAudit = (env: Record<string, string>): Promise<Verdict> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/verify-audit.ts"], { env: { ...process.env, ...env } });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said: said.trim() }));
  });
