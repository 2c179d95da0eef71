import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BookingStatus, BookingStep } from "#lib/contract/bookings.ts";
import {
  afterExpiry,
  afterStep,
  type BookingState,
  isOpen,
  isOverdue,
  judgeStep,
  maySay,
  type PastEvent,
  stepsOf,
  wordsOf,
} from "./booking.policy.ts";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const SOON = new Date("2026-11-23T12:00:00.000Z");
const OTHER_DATES = { from: "2027-03-01", to: "2027-09-01" };

const state = (given: Partial<BookingState> = {}): BookingState => ({
  status: "requested",
  version: 1,
  from: "2027-02-01",
  to: "2027-08-01",
  deadlineAt: SOON,
  proposal: null,
  ...given,
});

type Party = "student" | "landlord";
const PARTIES: Party[] = ["student", "landlord"];

/** Product.md in one table: what each may do from each state, and where it leads. Everything that is not here is illegal. */
const LEGAL: Partial<Record<BookingStatus, Partial<Record<BookingStep, { by: Party[]; to: BookingStatus }>>>> = {
  requested: {
    approve: { by: ["landlord"], to: "approved" },
    decline: { by: ["landlord"], to: "declined" },
    withdraw: { by: ["student"], to: "withdrawn" },
  },
  approved: {
    confirm: { by: ["student"], to: "confirmed" },
    withdraw: { by: ["student"], to: "withdrawn" },
    cancel: { by: PARTIES, to: "cancelled" },
  },
  confirmed: {
    cancel: { by: PARTIES, to: "cancelled" },
    "check-in": { by: ["landlord"], to: "checked_in" },
  },
  checked_in: { complete: { by: ["landlord"], to: "completed" } },
};

const CHANGEABLE: BookingStatus[] = ["requested", "approved", "confirmed", "checked_in"];

const isLegal = (status: BookingStatus, step: BookingStep, party: Party, proposedBy: Party | null): boolean => {
  if (step === "propose-dates") return CHANGEABLE.includes(status);
  if (step === "accept-dates") return CHANGEABLE.includes(status) && proposedBy !== null && proposedBy !== party;
  if (step === "decline-dates") return CHANGEABLE.includes(status) && proposedBy !== null;
  return LEGAL[status]?.[step]?.by.includes(party) ?? false;
};

const cases = BookingStatus.options.flatMap((status) =>
  BookingStep.options.flatMap((step) =>
    PARTIES.flatMap((party) => [null, ...PARTIES].map((proposedBy) => ({ status, step, party, proposedBy }))),
  ),
);

describe("every step from every state by each of the two", () => {
  it.each(cases)("$status: $step by the $party, dates proposed by $proposedBy", ({ status, step, party, proposedBy }) => {
    const before = state({ status, proposal: proposedBy && { ...OTHER_DATES, by: proposedBy } });
    const legal = isLegal(status, step, party, proposedBy);
    expect(maySay(before, step, party)).toBe(legal);
    expect(stepsOf(before, party).includes(step)).toBe(legal);
    if (!legal) return;
    const after = afterStep(before, step, party, NOW, OTHER_DATES);
    expect(after.status).toBe(LEGAL[status]?.[step]?.to ?? status);
    expect(after.version).toBe(2);
  });
});

describe("a step", () => {
  const past: PastEvent[] = [{ event: "request", actorId: "anna" }];
  const ask = (given: Partial<Parameters<typeof judgeStep>[0]> = {}) =>
    judgeStep({
      state: state(),
      past,
      step: "approve",
      actorId: "lena",
      party: "landlord",
      expectedVersion: undefined,
      now: NOW,
      ...given,
    });

  it("is done when it is legal and the version, if any, is the present one", () => {
    expect(ask()).toBe("do");
    expect(ask({ expectedVersion: 1 })).toBe("do");
    expect(ask({ expectedVersion: 2 })).toBe("stale_version");
  });

  it("is forbidden to whom it never belongs, whatever the state", () => {
    expect(ask({ party: "student", actorId: "anna", expectedVersion: 9 })).toBe("forbidden");
  });

  it("is a repeat when the same person did it, whatever has happened since, and else illegal", () => {
    const done: PastEvent[] = [...past, { event: "approve", actorId: "lena" }, { event: "confirm", actorId: "anna" }];
    const confirmed = state({ status: "confirmed", version: 3, deadlineAt: null });
    expect(ask({ state: confirmed, past: done, expectedVersion: 1 })).toBe("repeat");
    expect(ask({ state: confirmed, past: done, step: "decline" })).toBe("illegal_step");
  });

  it("loses to its deadline from that very moment on", () => {
    expect(ask({ now: new Date(SOON.getTime() - 1) })).toBe("do");
    expect(ask({ now: SOON })).toBe("deadline_passed");
    expect(ask({ now: SOON, step: "decline" })).toBe("deadline_passed");
    expect(isOverdue(state({ status: "confirmed" }), SOON)).toBe(false);
  });

  it("that talks about dates is a repeat only while nothing came after it", () => {
    const proposal = { ...OTHER_DATES, by: "landlord" } as const;
    const step = "propose-dates";
    expect(ask({ step, stay: OTHER_DATES, state: state({ proposal }) })).toBe("repeat");
    expect(ask({ step, stay: { ...OTHER_DATES, to: "2027-10-01" }, state: state({ proposal }) })).toBe("do");
    const dropped: PastEvent[] = [...past, { event: "decline-dates", actorId: "lena" }];
    expect(ask({ step: "decline-dates", past: dropped })).toBe("repeat");
    expect(ask({ step: "decline-dates", past: [...dropped, { event: step, actorId: "anna" }] })).toBe("illegal_step");
  });
});

describe("after a step", () => {
  it("the landlord's approval gives the student 48 hours, and everything else ends the waiting", () => {
    expect(afterStep(state(), "approve", "landlord", NOW).deadlineAt).toEqual(new Date("2026-11-24T12:00:00.000Z"));
    expect(afterStep(state({ status: "approved" }), "confirm", "student", NOW).deadlineAt).toBeNull();
    expect(afterStep(state(), "decline", "landlord", NOW).deadlineAt).toBeNull();
  });

  it("a proposal waits, is taken or dropped, and goes when the status changes", () => {
    const proposed = afterStep(state(), "propose-dates", "student", NOW, OTHER_DATES);
    expect(proposed).toMatchObject({ from: "2027-02-01", deadlineAt: SOON, proposal: { ...OTHER_DATES, by: "student" } });
    expect(afterStep(proposed, "accept-dates", "landlord", NOW)).toMatchObject({
      ...OTHER_DATES,
      proposal: null,
      status: "requested",
    });
    expect(afterStep(proposed, "decline-dates", "student", NOW)).toMatchObject({ from: "2027-02-01", proposal: null });
    expect(afterStep(proposed, "approve", "landlord", NOW)).toMatchObject({ from: "2027-02-01", proposal: null });
  });
});

describe("the words of a step", () => {
  it("are a code of its list, or one's own", () => {
    expect(wordsOf("decline", { reason: "no_longer_free" })).toEqual({ reason: "no_longer_free", note: null });
    expect(wordsOf("decline", { reason: "plans_changed" })).toEqual({ reason: "other", note: "plans_changed" });
    expect(wordsOf("decline", {})).toEqual({ reason: "other", note: null });
    expect(wordsOf("cancel", { reason: "plans_changed", note: "I move to Ghent" })).toEqual({
      reason: "plans_changed",
      note: "I move to Ghent",
    });
    expect(wordsOf("approve", { reason: "welcome" })).toEqual({ reason: null, note: "welcome" });
    expect(() => wordsOf("cancel", {})).toThrow();
  });
});

it("whatever the two do, a version is never used twice, and what is over stays over", () => {
  const deed = fc.record({
    step: fc.constantFrom(...BookingStep.options),
    party: fc.constantFrom(...PARTIES),
    hours: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      let held = state();
      let now = NOW;
      for (const { step, party, hours } of deeds) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const before = held;
        if (isOverdue(held, now)) held = afterExpiry(held);
        else if (maySay(held, step, party)) held = afterStep(held, step, party, now, OTHER_DATES);
        expect(held.version - before.version).toBe(held === before ? 0 : 1);
        if (!isOpen(before.status)) expect(held).toBe(before);
        if (!isOpen(held.status)) expect([...PARTIES.flatMap((one) => stepsOf(held, one)), held.proposal]).toEqual([null]);
        expect(held.deadlineAt !== null).toBe(held.status === "requested" || held.status === "approved");
      }
    }),
    { numRuns: 1_000 },
  );
});
