import type { Message } from "#lib/contract/messages.ts";
import { ruleTexts } from "./rule-texts.ts";

const isRule = (rule: string): rule is keyof typeof ruleTexts => Object.hasOwn(ruleTexts, rule);

/** What the reader is told of a message, in the words of today. A rule that is no more says nothing. */
export const presentNotices = (rules: readonly string[]): Message["notices"] =>
  rules.filter(isRule).map((rule) => ({ rule, severity: "warning", text: ruleTexts[rule] }));
