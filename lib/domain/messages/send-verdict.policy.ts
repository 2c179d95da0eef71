import { limits } from "#lib/contract/limits.ts";
import { type Failure, fail } from "../fail.ts";
import { presentRules, type RecordRuleId } from "../scan/notice.presenter.ts";
import { judgeRepeats } from "../scan/repeats.policy.ts";

import { isNewHand, isTakeOver, type Origin } from "../scan/takeover.policy.ts";
import type { ContentJudge, Glance, Standing, Verdict } from "./content.policy.ts";

/** What somebody has sent lately. */
export type SentMark = { conversationId: string; fingerprint: string | null; isRisky: boolean; at: Date };

/** What is known of a sender in a session; known of those only whose text is worth a second look. */
export type SenderRecord = Origin & { recent: SentMark[]; waiting: number };

/** A message that waits for a moderator, or was refused by one. */
export type HeldFact = { senderId: string; state: "waiting" | "refused"; rules: string[]; reason: string | null };

/** Whether what was sent before, and from where, matters for a text. */
export const isWorthAMark = ({ isSuspect, fingerprint }: Glance): boolean => isSuspect || fingerprint !== null;

type Judged = {
  content: string;
  glance: Glance;
  conversationId: string;
  standing: Standing;
  record: SenderRecord | undefined;
  now: Date;
};

export type MarkedVerdict = { verdict: Verdict; isRisky: boolean };

const UNSUSPECTED: Verdict = { notices: [], score: 0 };

/** A rule that is found in what was sent before is the first to be named. */
const held = (rule: RecordRuleId, verdict: Verdict): Verdict => {
  if ("hold" in verdict) return { hold: { rules: [rule, ...verdict.hold.rules], score: verdict.hold.score } };
  if ("notices" in verdict) return { hold: { rules: [rule, ...verdict.notices], score: verdict.score } };
  return { hold: { rules: [rule], score: 0 } };
};

const REPEATED: RecordRuleId = "spam.repeated";

/** Judges a text by itself, by where it comes from and by what its sender has sent lately. Pure. */
export const judgeSend = ({ content, glance, standing, record, ...at }: Judged, judge: ContentJudge["judge"]): MarkedVerdict => {
  const verdict = glance.isSuspect ? judge(content, standing) : UNSUSPECTED;
  if (!record) return { verdict, isRisky: false };
  const { conversationId, now } = at;
  const isRisky = glance.isMoney && isNewHand(record, now);
  // Even what would go back: whoever has taken an account over must not learn by trying what passes.
  if (isTakeOver({ conversationId, isRisky, at: now }, record.recent))
    return { verdict: held("account.takeover", verdict), isRisky };
  if (!("notices" in verdict)) return { verdict, isRisky };
  const { fingerprint } = glance;
  const { outcome } = judgeRepeats({ fingerprint, conversationId, score: verdict.score, recent: record.recent, now });
  if (outcome === "hold") return { verdict: held(REPEATED, verdict), isRisky };
  if (outcome === "warn") return { verdict: { ...verdict, notices: [...verdict.notices, REPEATED] }, isRisky };
  return { verdict, isRisky };
};

const WAITS = "Our team checks this message before it goes out. You need to do nothing.";
const REFUSED = "Our team looked at this message, and it was not sent.";

/** What the sender of a message that waits is told, at the first try and at every other. */
export const waits = (rules: readonly string[]): Failure =>
  fail("content_rejected", { message: WAITS, details: { held: true, rules: presentRules(rules) } });

const refused = (rules: readonly string[], reason: string | null): Failure =>
  fail("content_rejected", { message: reason ?? REFUSED, details: { rules: presentRules(rules) } });

/** A repeat of what waits is answered as the first time was; after a refusal it is refused. */
export const answerHeld = ({ senderId, state, rules, reason }: HeldFact, userId: string): Failure => {
  if (senderId !== userId) return fail("conflict", { message: "This message id is in use." });
  return state === "waiting" ? waits(rules) : refused(rules, reason);
};

/** Whoever makes moderators work that much gets it back instead. */
export const hasTooMuchWaiting = ({ waiting }: Pick<SenderRecord, "waiting">): boolean => waiting >= limits.waitingForCheck;

export const bounced = (rules: readonly string[]): Failure => refused(rules, presentRules(rules)[0]?.text ?? null);
