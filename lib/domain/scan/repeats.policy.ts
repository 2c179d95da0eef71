import type { ScanOutcome } from "#lib/contract/scan.ts";
import { distanceBetween, fingerprintOf, lettersOf } from "./simhash.ts";

export { fingerprintOf };

/** What one person has sent lately. */
export type Sent = { conversationId: string; fingerprint: string; at: Date };
export type Repeat = {
  content: string;
  conversationId: string;
  /** What the scan says of the text itself. */
  score: number;
  recent: readonly Sent[];
  now: Date;
};

const HOUR_MS = 3_600_000;
const SAME_BITS = 9;
const LEAST_LETTERS = 40;
/** Students ask many landlords in the same words, and that is fine; what the rules have found something in is not. */
const FLOORS = { clean: { warn: 12, hold: 25 }, suspicious: { warn: 2, hold: 4 } };
const SUSPICIOUS_FROM = 15;

/**
 * Whether nearly the same text goes to many. Pure: `recent` is what the sender sent in other conversations, and what is older
 * than an hour does not count.
 */
export const judgeRepeats = ({
  content,
  conversationId,
  score,
  recent,
  now,
}: Repeat): { outcome: ScanOutcome; others: number } => {
  if (lettersOf(content) < LEAST_LETTERS) return { outcome: "allow", others: 0 };
  const own = fingerprintOf(content);
  const same = recent.filter(
    (sent) =>
      sent.conversationId !== conversationId &&
      now.getTime() - sent.at.getTime() < HOUR_MS &&
      distanceBetween(sent.fingerprint, own) <= SAME_BITS,
  );
  const others = new Set(same.map((sent) => sent.conversationId)).size;
  const { warn, hold } = score >= SUSPICIOUS_FROM ? FLOORS.suspicious : FLOORS.clean;
  if (others >= hold) return { outcome: "hold", others };
  return { outcome: others >= warn ? "warn" : "allow", others };
};
