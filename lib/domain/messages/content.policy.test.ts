import { expect, test } from "vitest";
import { rules } from "../scan/rules.ts";
import { createContentJudge } from "./content.policy.ts";

const { glance, judge, accept } = createContentJudge({ ownHosts: ["uninest.test"] });
const NUMBER = "Call me on +49 151 2345 6789.";
const FRAUD = "Pay the deposit by Western Union today and I post you the keys.";

test("no rule is stricter with people who know each other than with strangers: what passes there is never looked at again", () => {
  for (const { id, weights } of rules) {
    expect(weights.first, id).toBeGreaterThanOrEqual(weights.known);
    expect(weights.first, id).toBeGreaterThanOrEqual(weights.booked);
  }
});

test("everyday words are no suspects, and nothing stands below them", () => {
  for (const words of ["Is the room still free?", "Saturday at three, then.", "", "https://uninest.test/listings/1"])
    expect([glance(words), accept(words)], words).toEqual([{ isSuspect: false, isMoney: false, fingerprint: null }, []]);
  expect(accept(undefined)).toEqual([]);
  expect(accept(null)).toEqual([]);
});

test("a refusal names all rules, and says the heaviest reason in a sentence", () => {
  const verdict = judge(NUMBER, { stage: "before_booking", relation: "known" });
  if (!("failure" in verdict)) throw new Error("it was taken");
  const { code, message, details } = verdict.failure;
  expect(code).toBe("content_rejected");
  expect(details).toMatchObject({ rules: [{ rule: "contact.details", text: message }] });
});

test("what is heavier still waits for a moderator, or comes back where nothing can wait", () => {
  const verdict = judge(FRAUD, { stage: "before_booking", relation: "known" });
  expect(verdict).toMatchObject({ hold: { rules: expect.arrayContaining(["money.cash_service"]), score: expect.any(Number) } });
  expect(() => accept(FRAUD)).toThrow("cash transfer service");
});
