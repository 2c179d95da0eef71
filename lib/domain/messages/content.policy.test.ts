import { expect, test } from "vitest";
import { rules } from "../scan/rules.ts";
import { createContentJudge } from "./content.policy.ts";

const { isSuspect, judge, accept } = createContentJudge({ ownHosts: ["uninest.test"] });
const FRAUD = "Pay the deposit by Western Union today and I post you the keys.";

test("no rule is stricter with people who know each other than with strangers: what passes there is never looked at again", () => {
  for (const { id, weights } of rules) {
    expect(weights.first, id).toBeGreaterThanOrEqual(weights.known);
    expect(weights.first, id).toBeGreaterThanOrEqual(weights.booked);
  }
});

test("everyday words are no suspects, and nothing stands below them", () => {
  for (const words of ["Is the room still free?", "Saturday at three, then.", "", "https://uninest.test/listings/1"])
    expect([isSuspect(words), accept(words)], words).toEqual([false, []]);
  expect(accept(undefined)).toEqual([]);
  expect(accept(null)).toEqual([]);
});

test("a refusal names all rules, and says the heaviest reason in a sentence", () => {
  const verdict = judge(FRAUD, { stage: "before_booking", relation: "known" });
  if (!("failure" in verdict)) throw new Error("it was taken");
  const { code, message, details } = verdict.failure;
  expect(code).toBe("content_rejected");
  expect(details).toMatchObject({ rules: expect.arrayContaining([{ rule: "money.cash_service", text: message }]) });
  expect(() => accept(FRAUD)).toThrow(message);
});
