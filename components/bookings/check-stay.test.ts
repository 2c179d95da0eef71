import { expect, it } from "vitest";
import { checkStay } from "./check-stay.ts";

const today = "2026-11-25";

it.each([
  [{ from: "2026-12-01", to: "2027-06-01" }, {}],
  [{ from: today, to: "2026-11-26" }, {}],
  [
    { from: "", to: "" },
    { from: "missing", to: "missing" },
  ],
  [{ from: "2026-12-01", to: "" }, { to: "missing" }],
  [{ from: "2026-11-24", to: "2026-12-24" }, { from: "past" }],
  [{ from: "2026-12-01", to: "2026-12-01" }, { to: "order" }],
  [{ from: "2026-12-01", to: "2026-11-30" }, { to: "order" }],
  [{ from: "2026-12-01", to: "2029-01-01" }, { to: "tooFar" }],
  [{ from: "2029-01-01", to: "2029-02-01" }, { from: "tooFar" }],
])("of %j it says %j", (stay, errors) => {
  expect(checkStay(stay, { today })).toEqual(errors);
});

it("lets a stay that is under way keep its first day, but not end in the past", () => {
  const bounds = { today, mayHaveBegun: true };
  expect(checkStay({ from: "2026-10-01", to: "2027-06-01" }, bounds)).toEqual({});
  expect(checkStay({ from: "2026-10-01", to: "2026-11-01" }, bounds)).toEqual({ to: "past" });
});
