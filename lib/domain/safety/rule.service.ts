import type { ScanRequest, ScanResult } from "#lib/contract/scan.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import type { ContentJudge } from "../messages/content.policy.ts";

/** The rules of the scan, for those who look after them. */
export const createRuleService = ({ content }: { content: Pick<ContentJudge, "scan"> }) => ({
  /** What would become of a text, between strangers unless said otherwise. Nothing is kept of it. @throws {Failure} forbidden */
  try: async (actor: Actor, { content: text, stage, relation = "first_contact" }: ScanRequest): Promise<ScanResult> => {
    assertAdmin(actor);
    return content.scan(text, { stage, relation });
  },
});
