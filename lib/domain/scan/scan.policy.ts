import type { FoundRule, ScanOutcome, ScanRelation, ScanResult, ScanStage } from "#lib/contract/scan.ts";
import { sceneOf } from "./detector.ts";
import { type Reading, read } from "./reading.ts";
import { ruleTexts } from "./rule-texts.ts";
import { type Rule, rules, type Weights } from "./rules.ts";
import { stanceOf } from "./stance.ts";

export type WeightsOf = (rule: Rule) => Weights;

export type Scan = {
  content: string;
  stage: ScanStage;
  /** Whether the two have written to each other before; `first_contact` where that is not known. */
  relation?: ScanRelation;
  /** Hosts that links may lead to: the host of `PUBLIC_URL`. */
  ownHosts?: readonly string[];
  /** What each rule weighs here; absent: what it came with. */
  weights?: WeightsOf;
};

/** From which score on a message is treated how. */
export const FLOORS: readonly { outcome: ScanOutcome; floor: number }[] = [
  { outcome: "hold", floor: 90 },
  { outcome: "bounce", floor: 60 },
  { outcome: "warn", floor: 30 },
];
const LONGEST = 8_000;
const OWN_HOSTS = ["uninest.com", "uninest.test", "uninest.example"];

const ownWeights: WeightsOf = ({ weights }) => weights;

const weightOf = (rule: Rule, { stage, relation, weights: weightsOf = ownWeights }: Scan): number => {
  const weights = weightsOf(rule);
  if (stage === "after_booking") return weights.booked;
  return relation === "known" ? weights.known : weights.first;
};

const mayBeFound = ({ needs }: Rule, { marks }: Reading): boolean => !needs || needs.some((concept) => marks.has(concept));

const outcomeOf = (score: number): ScanOutcome => FLOORS.find(({ floor }) => score >= floor)?.outcome ?? "allow";

/**
 * What is to happen to a message, and why: the weights of all rules that are found in it add up to the score. Pure, and
 * linear in the length of the text; what is beyond 8,000 characters, which no message has, is not read.
 */
export const scanMessage = (scan: Scan): ScanResult => {
  const reading = read(scan.content.slice(0, LONGEST), scan.ownHosts ?? OWN_HOSTS);
  const scene = sceneOf(reading, stanceOf(reading));
  const found: FoundRule[] = rules
    .filter((rule) => mayBeFound(rule, reading))
    .map((rule) => ({ rule, weight: weightOf(rule, scan) }))
    .filter(({ rule, weight }) => weight > 0 && rule.isFound(scene))
    .map(({ rule, weight }) => ({ rule: rule.id, weight, text: ruleTexts[rule.id] }))
    .sort((one, other) => other.weight - one.weight);
  const score = found.reduce((sum, { weight }) => sum + weight, 0);
  return { outcome: outcomeOf(score), score, rules: found };
};
