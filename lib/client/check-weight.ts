import { ruleWeightLimits } from "#lib/contract/rule-weights.ts";

/** A weight as somebody typed it, or nothing when it is none. */
export const weightOf = (typed: string): number | undefined => {
  const weight = Number(typed);
  const isGood = /^\d{1,3}$/.test(typed.trim()) && weight >= ruleWeightLimits.min && weight <= ruleWeightLimits.max;
  return isGood ? weight : undefined;
};
