import { BRACES, isVariable, type ReplyVariable } from "#lib/contract/reply-rules.ts";
import { gapFor } from "./reply-gaps.ts";

/** A reply with what is known in the place of its variables, and gaps for the rest. What is filled in is not looked through again. */
export const fillReply = (text: string, values: Partial<Record<ReplyVariable, string>>): string =>
  text.replace(BRACES, (braces, name: string) => (isVariable(name) ? (values[name] ?? gapFor(name)) : braces));
