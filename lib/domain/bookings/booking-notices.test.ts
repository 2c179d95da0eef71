import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { BookingEventName, BookingParty, expiryReasons } from "#lib/contract/bookings.ts";
import type { Change } from "./booking-change.ts";
import { noticesOf, toldOfExpiry, toldOfStep } from "./booking-notices.ts";

const PEOPLE = BookingParty.exclude(["server"]).options;

/** The rows of the page's first part as `what → who`. */
const written = (): [string, string[]][] =>
  fs
    .readFileSync("docs/notifications.md", "utf8")
    .replace(/\n## .*/s, "")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, what, ...cells]) => what && cells.length === 3 && !what.startsWith("---") && !what.startsWith("what "))
    .map(([, what = "", ...cells]) => [what, PEOPLE.filter((_, index) => cells[index] === "told")]);

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
    expect(written()).toEqual([...steps, ...ends]);
  });
});
