import type { ScanOutcome } from "#lib/contract/scan.ts";
import { distanceBetween, fingerprintOf, lettersOf } from "./simhash.ts";

export { fingerprintOf };

/** What one person has sent lately; `fingerprint` is null of what was too short. */
export type Sent = { conversationId: string; fingerprint: string | null; at: Date };
export type Repeat = {
  /** Of the text that is sent now; null when it is too short. */
  fingerprint: string | null;
  conversationId: string;
  /** What the scan says of the text itself. */
  score: number;
  recent: readonly Sent[];
  now: Date;
};

const HOUR_MS = 3_600_000;
/** For so long a text counts. */
export const REPEATS_WINDOW_MS = HOUR_MS;
const SAME_BITS = 9;
const LEAST_LETTERS = 40;
/** Students ask many landlords in the same words, and that is fine; what the rules have found something in is not. */
const FLOORS = { clean: { warn: 12, hold: 25 }, suspicious: { warn: 2, hold: 4 } };
const SUSPICIOUS_FROM = 15;

/** Short words are the same by chance. */
export const isWorthComparing = (content: string): boolean =>
  content.length >= LEAST_LETTERS && lettersOf(content) >= LEAST_LETTERS;

/**
 * Whether nearly the same text goes to many. Pure: `recent` is what the sender sent in other conversations, and what is older
 * than an hour does not count.
 */
export const judgeRepeats = ({
  fingerprint,
  conversationId,
  score,
  recent,
  now,
}: Repeat): { outcome: ScanOutcome; others: number } => {
  if (fingerprint === null) return { outcome: "allow", others: 0 };
  const same = recent.filter(
    (sent) =>
      sent.conversationId !== conversationId &&
      now.getTime() - sent.at.getTime() < REPEATS_WINDOW_MS &&
      sent.fingerprint !== null &&
      distanceBetween(sent.fingerprint, fingerprint) <= SAME_BITS,
  );
  const others = new Set(same.map((sent) => sent.conversationId)).size;
  const { warn, hold } = score >= SUSPICIOUS_FROM ? FLOORS.suspicious : FLOORS.clean;
  if (others >= hold) return { outcome: "hold", others };
  return { outcome: others >= warn ? "warn" : "allow", others };
};
