import { describe, expect, it } from "vitest";
import { assertStay, inTheWay, mayRequest } from "./request.policy.ts";

const TODAY = "2026-11-22";
const stay = { from: "2027-02-01", to: "2027-08-01" };
const room = { landlordId: "lena", isPublished: true, availableFrom: "2027-01-01" };
const anna = { userId: "anna", role: "student" } as const;

const codeOf = (run: () => void): string => {
  try {
    run();
    return "fine";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a request", () => {
  it.each([
    ["fine", {}],
    ["not_found", { room: undefined }],
    ["not_found", { room: { ...room, isPublished: false } }],
    ["validation_failed", { actor: { userId: "lena", role: "landlord" } }],
    ["forbidden", { actor: { userId: "rita", role: "landlord" } }],
    ["forbidden", { actor: { userId: "ada", role: "admin" } }],
    ["conflict", { room: { ...room, availableFrom: "2027-02-02" } }],
    ["validation_failed", { stay: { from: "2026-11-21", to: "2027-02-01" } }],
  ] as const)("is %s", (code, given) => {
    expect(codeOf(() => mayRequest({ actor: anna, stay, room, today: TODAY, ...given }))).toBe(code);
  });
});

describe("dates", () => {
  it.each([
    ["fine", { from: TODAY, to: "2026-11-23" }],
    ["validation_failed", { from: TODAY, to: TODAY }],
    ["validation_failed", { from: "2026-11-21", to: "2026-12-21" }],
    ["fine", { from: TODAY, to: "2028-11-22" }],
    ["validation_failed", { from: TODAY, to: "2028-11-24" }],
    ["validation_failed", { from: "2029-01-01", to: "2029-02-01" }],
  ] as const)("are %s: %o", (code, dates) => {
    expect(codeOf(() => assertStay(dates, TODAY))).toBe(code);
  });

  it("may have begun when somebody lives there, but not be over", () => {
    expect(codeOf(() => assertStay({ from: "2026-10-01", to: "2026-12-01" }, TODAY, { mayHaveBegun: true }))).toBe("fine");
    expect(codeOf(() => assertStay({ from: "2026-10-01", to: TODAY }, TODAY, { mayHaveBegun: true }))).toBe("validation_failed");
  });

  it("are in the way when they share a night and hold the room", () => {
    const other = { id: "1", status: "approved", from: "2027-08-01", to: "2027-09-01" } as const;
    expect(inTheWay(stay, [other])).toEqual([]);
    expect(inTheWay({ ...stay, to: "2027-08-02" }, [other])).toEqual([other]);
    expect(inTheWay({ ...stay, to: "2027-08-02" }, [{ ...other, status: "requested" }])).toEqual([]);
  });
});
