import { expect, it } from "vitest";
import { priceOf } from "./stay-price.ts";

const room = { rentCents: 60_000, depositCents: 90_000 };

it.each([
  ["2027-02-01", "2027-08-01", 360_000],
  ["2027-02-01", "2027-02-11", 20_000],
  ["2027-02-15", "2027-03-20", 70_000],
  ["2027-01-31", "2027-02-28", 60_000],
  ["2027-01-31", "2027-03-01", 62_000],
  ["2027-03-01", "2027-03-31", 60_000],
  ["2027-11-15", "2028-02-15", 180_000],
])("from %s to %s costs %i", (from, to, stayCents) => {
  expect(priceOf(room, { from, to }).stayCents).toBe(stayCents);
});

it("the first payment is a month and the deposit, and of a short stay what it costs", () => {
  expect(priceOf(room, { from: "2027-02-01", to: "2027-08-01" }).firstPaymentCents).toBe(150_000);
  expect(priceOf(room, { from: "2027-02-01", to: "2027-02-11" }).firstPaymentCents).toBe(110_000);
});
