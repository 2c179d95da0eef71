import * as z from "zod";
import { Id, line, Text, Timestamp } from "./primitives.ts";
import { ruleWeightLimits } from "./rule-weights.ts";

/** Whether a booking between the two is confirmed. */
export const ScanStage = z.enum(["before_booking", "after_booking"]);
export type ScanStage = z.infer<typeof ScanStage>;

/** Whether the two have written to each other before. */
export const ScanRelation = z.enum(["first_contact", "known"]);
export type ScanRelation = z.infer<typeof ScanRelation>;

/** It goes out; it goes out and the reader is warned; it goes back to its sender; it waits for a moderator. */
export const ScanOutcome = z.enum(["allow", "warn", "bounce", "hold"]);
export type ScanOutcome = z.infer<typeof ScanOutcome>;

/** One rule that was found, what it adds to the score, and why it is there. */
export const FoundRule = z.strictObject({ rule: z.string(), weight: z.int().min(0), text: z.string() });
export type FoundRule = z.infer<typeof FoundRule>;

/** What the scan says of a message: the heaviest rule first. */
export const ScanResult = z
  .strictObject({ outcome: ScanOutcome, score: z.int().min(0), rules: z.array(FoundRule) })
  .meta({ id: "ScanResult" });
export type ScanResult = z.infer<typeof ScanResult>;

const Weight = z.int().min(ruleWeightLimits.min).max(ruleWeightLimits.max);

/** What a rule adds to the score: at a first contact, between people who know each other, after a booking is confirmed. */
export const RuleWeights = z.strictObject({ first: Weight, known: Weight, booked: Weight }).meta({ id: "RuleWeights" });
export type RuleWeights = z.infer<typeof RuleWeights>;

/** A rule of the scan as it counts now. */
export const ScanRule = z
  .strictObject({
    rule: z.string(),
    /** What it is about: the first part of its name. */
    kind: z.string(),
    text: z.string(),
    weights: RuleWeights,
    defaults: RuleWeights,
    /** Who set other weights than the default ones, and when. */
    tuned: z.strictObject({ by: z.strictObject({ id: Id, name: z.string() }), at: Timestamp }).nullable(),
    /** How many messages of the last thirty days stand with its warning. */
    warned: z.int().min(0),
    /** How many people said that it was wrong there; null where that is not counted. */
    contested: z.int().min(0).nullable(),
  })
  .meta({ id: "ScanRule" });
export type ScanRule = z.infer<typeof ScanRule>;

/** All rules in their order, and from which score on a message is treated how. */
export const ScanRules = z.strictObject({
  rules: z.array(ScanRule),
  floors: z.strictObject({ warn: z.int(), bounce: z.int(), hold: z.int() }),
});
export type ScanRules = z.infer<typeof ScanRules>;

/** `weights` is null for those that the rule came with. */
export const RuleTuning = z.strictObject({ rule: line(60), weights: RuleWeights.nullable() });
export type RuleTuning = z.infer<typeof RuleTuning>;

const LONGEST = 4_000;

/** A text that an admin tries the rules on. */
export const ScanRequest = z.strictObject({
  content: Text.refine((text) => text.length <= LONGEST * 2, "is too long"),
  stage: ScanStage,
  relation: ScanRelation.optional(),
});
export type ScanRequest = z.infer<typeof ScanRequest>;
