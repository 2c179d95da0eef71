import { describe, expect, it } from "vitest";
import { ApiError } from "./api.ts";
import { bookingConflict } from "./booking-conflict.ts";
import { booking } from "./testing/bookings.ts";

const refused = (details: unknown): ApiError => new ApiError("conflict", { details });

describe("bookingConflict", () => {
  it("finds the reason, and the booking as it is", () => {
    const fresh = booking({ version: 3 });
    expect(bookingConflict(refused({ reason: "stale_version", booking: fresh }))).toEqual({
      reason: "stale_version",
      booking: fresh,
    });
  });

  it.each([
    ["a conflict about something else", refused({ reason: "somebody_else" })],
    ["a conflict without details", refused(undefined)],
    ["details that are no object", refused("stale_version")],
    ["another refusal with the same details", new ApiError("forbidden", { details: { reason: "stale_version" } })],
    ["anything that is thrown", new Error("stale_version")],
  ])("finds nothing in %s", (_, error) => {
    expect(bookingConflict(error)).toBeUndefined();
  });

  it("takes for a booking only what looks like one", () => {
    expect(bookingConflict(refused({ reason: "dates_held", booking: { id: 7 } }))).toEqual({ reason: "dates_held" });
  });
});
