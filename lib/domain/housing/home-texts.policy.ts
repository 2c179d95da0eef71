import type { FoundRule } from "#lib/contract/scan.ts";
import { fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";

/** What a landlord writes about a home or a room, by field. */
export type HomeTexts = Partial<
  Record<"title" | "tagline" | "description" | "city" | "street" | "amenities" | "name", string | readonly string[] | undefined>
>;

/**
 * Everybody reads them, so they are judged as between strangers. There is nobody to warn below a home: what is no more than that
 * passes.
 * @throws {Failure} content_rejected, with the rules, and in `fields` what is wrong with each
 */
export const assertHomeTexts = ({ scan }: Pick<ContentJudge, "scan">, texts: HomeTexts): void => {
  const found = Object.entries(texts).flatMap(([field, text = ""]): [string, FoundRule[]][] => {
    const words = typeof text === "string" ? text : text.join(". ");
    const { outcome, rules } = scan(words, { stage: "before_booking", relation: "first_contact" });
    return outcome === "bounce" || outcome === "hold" ? [[field, rules]] : [];
  });
  const [first] = found;
  if (!first) return;
  const told = found.flatMap(([, rules]) => rules).map(({ rule, text }) => ({ rule, text }));
  const fields = Object.fromEntries(found.map(([field, rules]) => [field, rules.map(({ text }) => text)]));
  throw fail("content_rejected", { message: first[1][0]?.text ?? "", details: { rules: told, fields } });
};
