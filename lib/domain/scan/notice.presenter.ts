import type { ReasonRule } from "#lib/contract/held.ts";
import type { Message } from "#lib/contract/messages.ts";
import { type RecordRuleId, recordTexts, ruleTexts } from "./rule-texts.ts";

export type { RecordRuleId };

const texts = { ...ruleTexts, ...recordTexts };

const isRule = (rule: string): rule is keyof typeof texts => Object.hasOwn(texts, rule);

/** Rules with their words of today. One that is no more says nothing. */
export const presentRules = (rules: readonly string[]): ReasonRule[] =>
  rules.filter(isRule).map((rule) => ({ rule, text: texts[rule] }));

/** What the reader is told of a message. */
export const presentNotices = (rules: readonly string[]): Message["notices"] =>
  presentRules(rules).map(({ rule, text }) => ({ rule, severity: "warning", text }));
