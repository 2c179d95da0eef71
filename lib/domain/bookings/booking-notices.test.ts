import { describe, expect, it } from "vitest";
import { BookingEventName, expiryReasons } from "#lib/contract/bookings.ts";
import { toldPage } from "../testing/told-page.ts";
import type { Change } from "./booking-change.ts";
import { noticesOf, toldOfExpiry, toldOfStep } from "./booking-notices.ts";

const NOW = new Date("2026-11-22T12:00:00.000Z");

const change = (given: Partial<Change>): Change => ({
  row: {
    id: "booking",
    roomId: "room",
    studentId: "anna",
    landlordId: "lena",
    conversationId: "conversation",
    cardMessageId: "card",
    fromDate: "2027-02-01",
    toDate: "2027-08-01",
    status: "cancelled",
    version: 3,
    rentCents: 50_000,
    depositCents: 100_000,
    stayCents: 300_000,
    firstPaymentCents: 150_000,
    cancellationPolicy: "",
    deadlineAt: null,
    reason: null,
    note: null,
    proposedFrom: null,
    proposedTo: null,
    proposedBy: null,
    createdAt: NOW,
    updatedAt: NOW,
  },
  roomName: "Room 1",
  event: "cancel",
  actorId: "anna",
  stay: { from: "2027-02-01", to: "2027-08-01" },
  reason: null,
  note: null,
  ...given,
});
const told = (given: Partial<Change>): string[] => noticesOf(change(given), "listing").map(({ userId }) => userId);

describe("who is told", () => {
  it("never is who did it", () => {
    expect(told({ event: "cancel", actorId: "anna" })).toEqual(["lena"]);
    expect(told({ event: "cancel", actorId: "lena" })).toEqual(["anna"]);
    expect(told({ event: "approve", actorId: "lena" })).toEqual(["anna"]);
  });

  it("depends on why a time was over", () => {
    const expiry = { event: "expire", actorId: null } as const;
    expect(told({ ...expiry, reason: "no_answer" })).toEqual(["anna", "lena"]);
    expect(told({ ...expiry, reason: "dates_taken" })).toEqual(["anna"]);
  });

  it("is what the page says, of everything that can happen", () => {
    const steps = BookingEventName.exclude(["expire"]).options.map((step) => [step, [...toldOfStep[step]]]);
    const ends = expiryReasons.map((reason) => [`expire: ${reason}`, [...toldOfExpiry[reason]]]);
    expect(toldPage("what happens to a booking")).toEqual([...steps, ...ends]);
  });
});
