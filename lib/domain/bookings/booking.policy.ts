import { cancelReasons, declineReasons } from "#lib/contract/booking-lists.ts";
import {
  type BookingConflict,
  type BookingEventName,
  type BookingParty,
  type BookingReason,
  type BookingStatus,
  BookingStep,
  type BookingStepRequest,
} from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import { fail } from "../fail.ts";

type Party = Exclude<BookingParty, "server">;
export type Stay = { from: string; to: string };
type Proposal = Stay & { by: Party };

/** A booking as far as its rules need it. */
export type BookingState = Stay & {
  status: BookingStatus;
  version: number;
  deadlineAt: Date | null;
  proposal: Proposal | null;
};

type Rule = { by: readonly Party[]; from: readonly BookingStatus[]; to?: BookingStatus };

const BOTH: readonly Party[] = ["student", "landlord"];
const CHANGEABLE: readonly BookingStatus[] = ["requested", "approved", "confirmed", "checked_in"];

/** Who may do what, from where, and where it leads; without `to` the status stays. */
const RULES: Record<BookingStep, Rule> = {
  approve: { by: ["landlord"], from: ["requested"], to: "approved" },
  decline: { by: ["landlord"], from: ["requested"], to: "declined" },
  withdraw: { by: ["student"], from: ["requested", "approved"], to: "withdrawn" },
  confirm: { by: ["student"], from: ["approved"], to: "confirmed" },
  cancel: { by: BOTH, from: ["approved", "confirmed"], to: "cancelled" },
  "check-in": { by: ["landlord"], from: ["confirmed"], to: "checked_in" },
  complete: { by: ["landlord"], from: ["checked_in"], to: "completed" },
  "propose-dates": { by: BOTH, from: CHANGEABLE },
  "accept-dates": { by: BOTH, from: CHANGEABLE },
  "decline-dates": { by: BOTH, from: CHANGEABLE },
};

const HOLDING = new Set<BookingStatus>(["approved", "confirmed", "checked_in"]);
const TAKEN = new Set<BookingStatus>(["confirmed", "checked_in"]);
const OPEN = new Set<BookingStatus>(["requested", ...HOLDING]);

/** Nobody else can have the room on its dates. */
export const holdsRoom = (status: BookingStatus): boolean => HOLDING.has(status);
/** The room is let on its dates, and requests for them are in vain. */
/** Agreed on by both, and not called off. */
export const AGREED: readonly BookingStatus[] = ["confirmed", "checked_in", "completed"];

export const takesRoom = (status: BookingStatus): boolean => TAKEN.has(status);
export const isOpen = (status: BookingStatus): boolean => OPEN.has(status);

/** Days as `2027-02-01` compare as strings; a day of leaving is free. */
export const overlaps = (one: Stay, other: Stay): boolean => one.from < other.to && other.from < one.to;

/** The time to answer or to confirm is over, whether or not anybody has noticed. */
export const isOverdue = ({ status, deadlineAt }: Pick<BookingState, "status" | "deadlineAt">, now: Date): boolean =>
  (status === "requested" || status === "approved") && deadlineAt !== null && now >= deadlineAt;

export const expiryReason = (status: BookingStatus): BookingReason => (status === "requested" ? "no_answer" : "not_confirmed");

const answersProposal = ({ proposal }: BookingState, step: BookingStep, party: Party): boolean => {
  if (step === "accept-dates") return proposal !== null && proposal.by !== party;
  return step !== "decline-dates" || proposal !== null;
};

/** Whether the rules let that party do that now. */
export const maySay = (state: BookingState, step: BookingStep, party: Party): boolean => {
  const { by, from } = RULES[step];
  return by.includes(party) && from.includes(state.status) && answersProposal(state, step, party);
};

/** All that a party may do now. */
export const stepsOf = (state: BookingState, party: Party): BookingStep[] =>
  BookingStep.options.filter((step) => maySay(state, step, party));

export type PastEvent = { event: BookingEventName; actorId: string | null };

const CHANGES_DATES = new Set<BookingStep>(["propose-dates", "accept-dates", "decline-dates"]);

const isSameProposal = ({ proposal }: BookingState, party: Party, stay: Stay | undefined): boolean =>
  proposal !== null && proposal.by === party && proposal.from === stay?.from && proposal.to === stay.to;

type Asked = {
  state: BookingState;
  /** Oldest first. */
  past: readonly PastEvent[];
  step: BookingStep;
  actorId: string;
  party: Party;
  expectedVersion: number | undefined;
  /** Of a proposal. */
  stay?: Stay | undefined;
  now: Date;
};

/** Steps that change the status happen once; those that talk about dates can come again, so only the last one counts. */
const isRepeat = ({ state, past, step, actorId, party, stay }: Asked): boolean => {
  if (step === "propose-dates") return isSameProposal(state, party, stay);
  const events = CHANGES_DATES.has(step) ? past.slice(-1) : past;
  return events.some((one) => one.event === step && one.actorId === actorId);
};

export type Verdict = "do" | "repeat" | "forbidden" | BookingConflict;

/** What becomes of a step: whose it never is, is told so; what was done before by the same person is answered as it was. */
export const judgeStep = (asked: Asked): Verdict => {
  const { state, step, party, expectedVersion, now } = asked;
  if (!RULES[step].by.includes(party)) return "forbidden";
  if (isRepeat(asked)) return "repeat";
  if (isOverdue(state, now)) return "deadline_passed";
  if (expectedVersion !== undefined && expectedVersion !== state.version) return "stale_version";
  return maySay(state, step, party) ? "do" : "illegal_step";
};

/** The booking after a legal step; `stay` are the dates of a proposal. A change of status drops what was proposed. */
export const afterStep = (state: BookingState, step: BookingStep, party: Party, now: Date, stay?: Stay): BookingState => {
  const next = { ...state, version: state.version + 1 };
  if (step === "propose-dates" && stay) return { ...next, proposal: { from: stay.from, to: stay.to, by: party } };
  if (step === "decline-dates") return { ...next, proposal: null };
  if (step === "accept-dates" && state.proposal) {
    return { ...next, from: state.proposal.from, to: state.proposal.to, proposal: null };
  }
  const status = RULES[step].to ?? state.status;
  const deadlineAt = status === "approved" ? new Date(now.getTime() + limits.bookingAnswerMs) : null;
  return { ...next, status, proposal: null, deadlineAt };
};

export const afterExpiry = (state: BookingState): BookingState => ({
  ...state,
  version: state.version + 1,
  status: "expired",
  proposal: null,
  deadlineAt: null,
});

type Words = { reason: BookingReason | null; note: string | null };

const codesOf = (step: BookingStep): readonly BookingReason[] => {
  if (step === "decline") return declineReasons;
  return step === "cancel" ? cancelReasons : [];
};

/**
 * Reason and note of a step: a code of its list, or one's own words, which count as `other`.
 * @throws {Failure} validation_failed for a cancellation without a reason
 */
export const wordsOf = (step: BookingStep, { reason, note }: BookingStepRequest): Words => {
  const codes = codesOf(step);
  if (step === "cancel" && reason === undefined) {
    throw fail("validation_failed", { details: [{ path: ["reason"], message: "must say why" }] });
  }
  const code = codes.find((one) => one === reason);
  if (code) return { reason: code, note: note ?? null };
  return { reason: codes.length > 0 ? "other" : null, note: note ?? reason ?? null };
};
