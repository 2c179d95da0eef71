import { expect, test } from "vitest";
import { rules } from "./rules.ts";
import { scanMessage, type WeightsOf } from "./scan.policy.ts";

const CARDS = "Pay me with gift cards.";
const standing = { stage: "before_booking", relation: "first_contact" } as const;
const only =
  (id: string, weight: number): WeightsOf =>
  (rule) =>
    rule.id === id ? { first: weight, known: weight, booked: weight } : rule.weights;

test.each([
  [0, "allow", 0],
  [29, "allow", 29],
  [30, "warn", 30],
  [60, "bounce", 60],
  [90, "hold", 90],
])("with a weight of %d a message that one rule finds is treated as %s", (weight, outcome, score) => {
  const found = scanMessage({ content: CARDS, ...standing, weights: only("money.gift_cards", weight) });
  expect(found).toMatchObject({ outcome, score });
  expect(found.rules.map(({ rule }) => rule)).toEqual(weight === 0 ? [] : ["money.gift_cards"]);
});

test("without other weights, and with those that the rules came with, all is as it was", () => {
  const before = scanMessage({ content: CARDS, ...standing });
  expect(scanMessage({ content: CARDS, ...standing, weights: (rule) => rule.weights })).toEqual(before);
  expect(before.score).toBe(rules.find(({ id }) => id === "money.gift_cards")?.weights.first);
});
