import type { HeldMessage } from "#lib/contract/held.ts";
import { presentRules } from "../scan/notice.presenter.ts";

/** What waits, or waited. */
export type HeldRow = {
  conversationId: string;
  id: string;
  content: string;
  rules: string[];
  heldAt: Date;
  state?: "waiting" | "released" | "refused";
  reason?: string | null;
};

/** A message that waits for a moderator or was refused by one, as its writer sees it. */
export const presentHeld = ({ conversationId, id, content, rules, heldAt, state, reason }: HeldRow): HeldMessage => ({
  conversationId,
  messageId: id,
  content,
  heldAt: heldAt.toISOString(),
  state: state === "refused" ? "refused" : "waiting",
  rules: presentRules(rules),
  reason: reason ?? null,
});
