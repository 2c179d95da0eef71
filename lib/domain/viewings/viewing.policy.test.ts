import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ViewingStatus, ViewingStep } from "#lib/contract/viewings.ts";
import { endOf } from "./slots.policy.ts";
import {
  afterDeadline,
  afterStep,
  deadlineOf,
  isOpen,
  isOverdue,
  judgeStep,
  type PastEvent,
  stepsOf,
  type ViewingState,
  wordsOf,
} from "./viewing.policy.ts";

const NOW = new Date("2027-03-01T12:00:00.000Z");
const HOUR = 3_600_000;
const at = (hours: number, minutes = 30) => ({ startsAt: new Date(NOW.getTime() + hours * HOUR), minutes });

type Party = "student" | "landlord";
const PARTIES: Party[] = ["student", "landlord"];
const AGREED = at(24);

const state = (given: Partial<ViewingState> = {}): ViewingState => ({
  status: "proposed",
  version: 1,
  confirmed: null,
  offer: { by: "student", slots: [at(24), at(48)] },
  ...given,
});
const confirmed = (offer: ViewingState["offer"] = null) => state({ status: "confirmed", confirmed: AGREED, offer });

/** Every legal step: from which status, with whose offer on the table (`null`: none), by whom, and where it leads. */
const LEGAL: Record<ViewingStep, { from: ViewingStatus; offered: (Party | null)[]; by: "both" | "other"; to: ViewingStatus }[]> =
  {
    propose: [{ from: "proposed", offered: PARTIES, by: "both", to: "proposed" }],
    confirm: [
      { from: "proposed", offered: PARTIES, by: "other", to: "confirmed" },
      { from: "confirmed", offered: PARTIES, by: "other", to: "confirmed" },
    ],
    move: [{ from: "confirmed", offered: [null, ...PARTIES], by: "both", to: "confirmed" }],
    keep: [{ from: "confirmed", offered: PARTIES, by: "both", to: "confirmed" }],
    cancel: [
      { from: "proposed", offered: PARTIES, by: "both", to: "cancelled" },
      { from: "confirmed", offered: [null, ...PARTIES], by: "both", to: "cancelled" },
    ],
  };

const cases = ViewingStatus.options.flatMap((status) =>
  ViewingStep.options.flatMap((step) =>
    PARTIES.flatMap((party) =>
      // While nothing is confirmed something is offered; what is over offers nothing.
      (status === "proposed" ? PARTIES : status === "confirmed" ? [null, ...PARTIES] : [null]).map((offered) => ({
        status,
        step,
        party,
        offered,
      })),
    ),
  ),
);

describe("every step from every state by each of the two", () => {
  it.each(cases)("$status: $step by the $party, times offered by $offered", ({ status, step, party, offered }) => {
    const offer = offered && { by: offered, slots: [at(48), at(72)] };
    const before = state({ status, confirmed: status === "proposed" ? null : AGREED, offer });
    const rule = LEGAL[step].find(({ from, offered: whose }) => from === status && whose.includes(offered));
    const isLegal = rule !== undefined && (rule.by === "both" || offered !== party);
    expect(stepsOf(before, party).includes(step)).toBe(isLegal);
    const asked = { step, slots: [at(96)], startsAt: at(72).startsAt };
    const verdict = judgeStep({ ...asked, state: before, past: [], actorId: "x", party, expectedVersion: 1, now: NOW });
    expect(verdict).toBe(isLegal ? "do" : "illegal_step");
    if (!isLegal) return;
    const after = afterStep(before, asked, party);
    expect(after).toMatchObject({ status: rule.to, version: 2 });
    expect(after.offer).toEqual(step === "propose" || step === "move" ? { by: party, slots: [at(96)] } : null);
    expect(after.confirmed).toEqual(step === "confirm" ? at(72) : before.confirmed);
  });
});

describe("a step", () => {
  const ask = (given: Partial<Parameters<typeof judgeStep>[0]> = {}) =>
    judgeStep({
      state: state(),
      past: [{ event: "ask", actorId: "anna" }],
      step: "confirm",
      startsAt: at(24).startsAt,
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

  it("takes a time that is offered and still to come, and no other", () => {
    expect(ask({ startsAt: at(25).startsAt })).toBe("not_offered");
    expect(ask({ now: at(24).startsAt })).toBe("slot_passed");
    expect(ask({ now: at(24).startsAt, startsAt: at(48).startsAt })).toBe("do");
  });

  it("loses to time from the very moment on", () => {
    expect(ask({ step: "cancel", now: new Date(at(48).startsAt.getTime() - 1) })).toBe("do");
    expect(ask({ step: "cancel", now: at(48).startsAt })).toBe("slot_passed");
  });

  it("is a repeat when the same person did it and it stands", () => {
    const past: PastEvent[] = [{ event: "confirm", actorId: "lena" }];
    expect(ask({ state: confirmed(), past, startsAt: AGREED.startsAt, expectedVersion: 9 })).toBe("repeat");
    expect(ask({ state: confirmed(), past, startsAt: at(48).startsAt })).toBe("illegal_step");
    expect(ask({ state: confirmed(), past, startsAt: AGREED.startsAt, actorId: "anna", party: "student" })).toBe("illegal_step");
    const longer = { by: "student" as const, slots: [{ ...AGREED, minutes: 60 }] };
    expect(ask({ state: confirmed(longer), past, startsAt: AGREED.startsAt })).toBe("do");
  });

  it("that offers the same again is a repeat, in whatever order, until the other one offers something", () => {
    const offers = { step: "propose", actorId: "anna", party: "student", slots: [at(48), at(24)] } as const;
    expect(ask({ ...offers, slots: [...offers.slots] })).toBe("repeat");
    expect(ask({ ...offers, slots: [at(48)] })).toBe("do");
    expect(ask({ ...offers, slots: [...offers.slots], actorId: "lena", party: "landlord" })).toBe("do");
  });

  it("that keeps or cancels is a repeat while nothing, or nothing more, came of it", () => {
    const kept: PastEvent[] = [{ event: "keep", actorId: "lena" }];
    expect(ask({ step: "keep", state: confirmed(), past: kept })).toBe("repeat");
    expect(ask({ step: "keep", state: confirmed(), past: [...kept, { event: "lapse", actorId: null }] })).toBe("illegal_step");
    const cancelled = state({ status: "cancelled", offer: null });
    expect(ask({ step: "cancel", state: cancelled, past: [{ event: "cancel", actorId: "lena" }] })).toBe("repeat");
    expect(ask({ step: "cancel", state: cancelled, past: [{ event: "cancel", actorId: "anna" }] })).toBe("illegal_step");
  });
});

describe("time itself", () => {
  it("ends a viewing without a time when the last offered one begins", () => {
    expect(deadlineOf(state())).toEqual(at(48).startsAt);
    expect(afterDeadline(state(), at(48).startsAt)).toMatchObject({ event: "expire", state: { status: "expired", offer: null } });
  });

  it("ends a confirmed viewing when it is over", () => {
    expect(deadlineOf(confirmed())).toEqual(endOf(AGREED));
    const after = afterDeadline(confirmed(), endOf(AGREED));
    expect(after).toMatchObject({ event: "finish", state: { status: "done", confirmed: AGREED } });
  });

  it("drops an offer to move it when that has passed, and leaves it where it was", () => {
    const earlier = confirmed({ by: "student", slots: [at(2), at(3)] });
    expect(deadlineOf(earlier)).toEqual(at(3).startsAt);
    expect(afterDeadline(earlier, at(3).startsAt)).toMatchObject({
      event: "lapse",
      state: { status: "confirmed", confirmed: AGREED, offer: null },
    });
    const later = confirmed({ by: "student", slots: [at(72)] });
    expect(deadlineOf(later)).toEqual(endOf(AGREED));
  });

  it("does nothing to what is over", () => {
    expect(deadlineOf(state({ status: "cancelled", offer: null }))).toBeNull();
    expect(isOverdue(state({ status: "done", confirmed: AGREED, offer: null }), at(500).startsAt)).toBe(false);
  });
});

it("the words of a cancellation are a code of the list, or one's own", () => {
  expect(wordsOf({ reason: "found_another" })).toEqual({ reason: "found_another", note: null });
  expect(wordsOf({ reason: "found_another", note: "nearer to the lab" })).toMatchObject({ note: "nearer to the lab" });
  expect(wordsOf({ reason: "my bus is on strike" })).toEqual({ reason: "other", note: "my bus is on strike" });
});

it("whatever the two do, a version is never used twice, and what is over stays over", () => {
  const deed = fc.record({
    step: fc.constantFrom(...ViewingStep.options),
    party: fc.constantFrom(...PARTIES),
    hours: fc.nat(20),
    ahead: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
    choice: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      let held = state();
      let passed = 0;
      for (const { step, party, hours, ahead, choice } of deeds) {
        passed += hours;
        const now = at(passed).startsAt;
        const before = held;
        const slots = ahead.map((one) => at(passed + one));
        const startsAt = held.offer?.slots[choice]?.startsAt;
        const asked = { step, slots, startsAt };
        const verdict = judgeStep({ ...asked, state: held, past: [], actorId: "x", party, expectedVersion: undefined, now });
        if (isOverdue(held, now)) held = afterDeadline(held, now).state;
        else if (verdict === "do") held = afterStep(held, asked, party);
        expect(held.version - before.version).toBe(held === before ? 0 : 1);
        if (!isOpen(before.status)) expect(held).toBe(before);
        if (!isOpen(held.status)) expect([...PARTIES.flatMap((one) => stepsOf(held, one)), held.offer]).toEqual([null]);
        expect(held.status === "confirmed" || held.status === "done" ? held.confirmed : true).toBeTruthy();
        if (held.status === "proposed") expect(held.offer?.slots.length).toBeGreaterThan(0);
        expect(deadlineOf(held) !== null).toBe(isOpen(held.status));
      }
    }),
    { numRuns: 1_000 },
  );
});
