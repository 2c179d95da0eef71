import type { ErrorCode } from "#lib/contract/errors.ts";
import type { ScanOutcome } from "#lib/contract/scan.ts";

/** What somebody may call fine: a message of somebody else that they can see and are warned of. */
type Warned = { seq: number; senderId: string; notices: readonly unknown[] };

export const mayCallFine = (userId: string, hiddenSeq: number, message: Warned | undefined): boolean =>
  message !== undefined && message.seq > hiddenSeq && message.senderId !== userId && message.notices.length > 0;

/** Only what is refused can be contested. */
export const isRefused = (outcome: ScanOutcome): boolean => outcome === "bounce" || outcome === "hold";

/** Why somebody may not decide, or nothing. One's own is none that one knows of. */
export const refusalOfVerdict = (
  deciderId: string,
  contest: { userId: string; decidedAt: Date | null } | undefined,
): ErrorCode | undefined => {
  if (!contest || contest.userId === deciderId) return "not_found";
  return contest.decidedAt ? "conflict" : undefined;
};
