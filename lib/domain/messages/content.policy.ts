import type { FoundRule, ScanRelation, ScanStage } from "#lib/contract/scan.ts";
import { type Failure, fail } from "../fail.ts";
import { fingerprintOf, isWorthComparing } from "../scan/repeats.policy.ts";
import { scanMessage, type WeightsOf } from "../scan/scan.policy.ts";
import { isAboutMoney } from "../scan/takeover.policy.ts";

/** How far the people of a conversation have come with each other. */
export type Standing = { stage: ScanStage; relation: ScanRelation };

/** What is found in a text, by name. */
export type Found = { rules: string[]; score: number };

/** What is to be shown below the text and how heavy it weighs, why it is not taken, or why it has to wait for a moderator. */
export type Verdict = { notices: string[]; score: number } | { failure: Failure } | { hold: Found };

/**
 * What a text says by itself, as between strangers before any booking, where the rules are at their strictest: in most
 * nothing is found. `fingerprint` is null of what is too short to be recognised by.
 */
export type Glance = { isSuspect: boolean; isMoney: boolean; fingerprint: string | null };

export type ContentJudge = ReturnType<typeof createContentJudge>;

const STRANGERS: Standing = { stage: "before_booking", relation: "first_contact" };

/** Its message is the heaviest reason, for those who show no details. */
const rejected = (rules: FoundRule[]): Failure => {
  const [first] = rules;
  const details = { rules: rules.map(({ rule, text }) => ({ rule, text })) };
  return fail("content_rejected", { details, ...(first ? { message: first.text } : {}) });
};

/** `ownHosts`: where links may lead, as in `uninest.example`. `weights`: what each rule weighs at that moment. */
type Deps = { ownHosts: readonly string[]; weights?: WeightsOf };

/** Judges what people write by the rules of the scan. Pure, but for `weights`. */
export const createContentJudge = (deps: Deps) => {
  const scan = (content: string, standing: Standing) => scanMessage({ content, ...standing, ...deps });

  const judge = (content: string, standing: Standing): Verdict => {
    const { outcome, score, rules: found } = scan(content, standing);
    const rules = found.map(({ rule }) => rule);
    switch (outcome) {
      case "allow":
        return { notices: [], score };
      case "warn":
        return { notices: rules, score };
      case "bounce":
        return { failure: rejected(found) };
      case "hold":
        return { hold: { rules, score } };
    }
  };

  return {
    scan,

    glance: (content: string): Glance => {
      const { outcome, rules } = scan(content, STRANGERS);
      const isSuspect = outcome !== "allow";
      return {
        isSuspect,
        isMoney: isSuspect && isAboutMoney(rules),
        fingerprint: isWorthComparing(content) ? fingerprintOf(content) : null,
      };
    },

    judge,

    /**
     * Of words that come with something else than a send: they wait for nobody. Answers with what is to be shown below them.
     * @throws {Failure} content_rejected
     */
    accept: (words: string | null | undefined, standing: Standing = STRANGERS): string[] => {
      const { outcome, rules } = scan(words ?? "", standing);
      if (outcome === "bounce" || outcome === "hold") throw rejected(rules);
      return outcome === "warn" ? rules.map(({ rule }) => rule) : [];
    },
  };
};
