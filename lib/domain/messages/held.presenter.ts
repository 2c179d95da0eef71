import type { HeldMessage } from "#lib/contract/held.ts";
import type { Attachment } from "#lib/contract/messages.ts";
import { presentRules } from "../scan/notice.presenter.ts";

/** What waits, or waited. */
export type HeldRow = {
  conversationId: string;
  id: string;
  content: string;
  attachments?: Attachment[] | undefined;
  rules: string[];
  heldAt: Date;
  state?: "waiting" | "released" | "refused";
  reason?: string | null;
};

/** A message that waits for a moderator or was refused by one, as its writer sees it. */
export const presentHeld = ({
  conversationId,
  id,
  content,
  attachments = [],
  rules,
  heldAt,
  state,
  reason,
}: HeldRow): HeldMessage => ({
  conversationId,
  messageId: id,
  content,
  attachments,
  heldAt: heldAt.toISOString(),
  state: state === "refused" ? "refused" : "waiting",
  rules: presentRules(rules),
  reason: reason ?? null,
});
