import type { FoundRule, ScanRelation, ScanStage } from "#lib/contract/scan.ts";
import { type Failure, fail } from "../fail.ts";
import { scanMessage, type WeightsOf } from "../scan/scan.policy.ts";

/** How far the people of a conversation have come with each other. */
export type Standing = { stage: ScanStage; relation: ScanRelation };

/** What is to be shown below the text, or why it is not taken. */
export type Verdict = { notices: string[] } | { failure: Failure };

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

  /** What should wait for a moderator goes back to its writer too, as long as nobody looks through what waits. */
  const judge = (content: string, standing: Standing): Verdict => {
    const { outcome, rules } = scan(content, standing);
    if (outcome === "allow") return { notices: [] };
    if (outcome === "warn") return { notices: rules.map(({ rule }) => rule) };
    return { failure: rejected(rules) };
  };

  return {
    scan,

    /** Whether it matters who writes it to whom: between strangers the rules are at their strictest, and find nothing in most texts. */
    isSuspect: (content: string): boolean => scan(content, STRANGERS).outcome !== "allow",

    judge,

    /** Of words that come with something else than a send. Answers with what is to be shown below them. @throws {Failure} content_rejected */
    accept: (words: string | null | undefined, standing: Standing = STRANGERS): string[] => {
      const verdict = judge(words ?? "", standing);
      if ("failure" in verdict) throw verdict.failure;
      return verdict.notices;
    },
  };
};
