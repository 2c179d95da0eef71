import { expect, it } from "vitest";
import { roomState } from "./availability.policy.ts";

const deadlineAt = new Date("2026-11-24T12:00:00.000Z");
const requested = { status: "requested", to: "2027-08-01", deadlineAt } as const;
const approved = { status: "approved", to: "2027-06-01", deadlineAt } as const;
const confirmed = { status: "confirmed", to: "2027-04-01", deadlineAt: null } as const;
const living = { status: "checked_in", to: "2027-01-01", deadlineAt: null } as const;

it("a room that nobody asks for is free from its landlord's day on", () => {
  expect(roomState("2026-12-01", [])).toEqual({
    status: "free",
    requests: 0,
    heldUntil: null,
    letUntil: null,
    availableFrom: "2026-12-01",
  });
});

it("requests are counted and take nothing away", () => {
  expect(roomState("2026-12-01", [requested, requested])).toMatchObject({
    status: "requested",
    requests: 2,
    availableFrom: "2026-12-01",
  });
});

it("an approval holds it until its deadline, and its dates are not to be had", () => {
  expect(roomState("2026-12-01", [approved, requested])).toMatchObject({
    status: "held",
    requests: 1,
    heldUntil: deadlineAt.toISOString(),
    availableFrom: "2027-06-01",
  });
});

it("who lives there or will, has it until the last of them leaves", () => {
  expect(roomState("2026-12-01", [living, confirmed])).toMatchObject({
    status: "let",
    letUntil: "2027-04-01",
    availableFrom: "2027-04-01",
  });
  expect(roomState("2027-09-01", [living])).toMatchObject({ letUntil: "2027-01-01", availableFrom: "2027-09-01" });
});
