import type { AuditFault } from "#lib/contract/audit.ts";
import type { AuditHeads } from "../ports.ts";

/** The hash of each entry that heads tell of, and the first line that is none of ours or says otherwise than one before it. */
export const knownHeads = async (
  lines: ReturnType<AuditHeads["all"]>,
): Promise<{ heads: Map<number, string>; fault: AuditFault | undefined }> => {
  const heads = new Map<number, string>();
  let fault: AuditFault | undefined;
  for await (const { line, head } of lines) {
    const known = head && heads.get(head.seq);
    if (!head) fault ??= { at: line, reason: "forged" };
    else if (known !== undefined && known !== head.hash) fault ??= { at: line, reason: "contradiction" };
    else heads.set(head.seq, head.hash);
  }
  return { heads, fault };
};
