import type { AuditVerdict } from "#lib/contract/audit.ts";
import { createAuditCheckService } from "#lib/domain/audit/audit-check.service.ts";
import type { Env } from "#lib/infra/env.ts";
import { createFileAuditHeads } from "#lib/infra/file-audit-heads.ts";
import { auditKeys, existingSecret } from "#lib/infra/secret.ts";
import { reachDatabase } from "./boot-database.ts";

/** Checks the audit log of these settings, beside a server or without one. @throws {Error} without a secret, a database or a log */
export const verifyAudit = async (env: Env): Promise<AuditVerdict> => {
  const { auditKey, headKey } = auditKeys(existingSecret(env.AUTH_SECRET, env.DATA_DIR));
  const { database, close } = await reachDatabase(env);
  try {
    const auditHeads = createFileAuditHeads(env.DATA_DIR, headKey);
    return await createAuditCheckService({ database, auditKey, auditHeads }).check();
  } finally {
    await close();
  }
};
