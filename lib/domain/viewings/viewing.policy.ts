import {
  type ViewingCancellation,
  type ViewingConflict,
  type ViewingEventName,
  type ViewingParty,
  type ViewingReason,
  type ViewingStatus,
  ViewingStep,
  viewingReasons,
} from "#lib/contract/viewings.ts";
import { areSame, endOf, type Slot } from "./slots.policy.ts";

type Party = Exclude<ViewingParty, "server">;

/** A viewing as far as its rules need it. While nothing is confirmed something is always offered. */
export type ViewingState = {
  status: ViewingStatus;
  version: number;
  confirmed: Slot | null;
  offer: { by: Party; slots: Slot[] } | null;
};

const OPEN = new Set<ViewingStatus>(["proposed", "confirmed"]);
export const isOpen = (status: ViewingStatus): boolean => OPEN.has(status);

/** Both may do the same: only what is offered, and by whom, makes a difference. */
const RULES: Record<ViewingStep, (state: ViewingState, party: Party) => boolean> = {
  propose: ({ status }) => status === "proposed",
  confirm: ({ status, offer }, party) => isOpen(status) && offer !== null && offer.by !== party,
  move: ({ status }) => status === "confirmed",
  keep: ({ status, offer }) => status === "confirmed" && offer !== null,
  cancel: ({ status }) => isOpen(status),
};

/** All that a party may do now. */
export const stepsOf = (state: ViewingState, party: Party): ViewingStep[] =>
  ViewingStep.options.filter((step) => RULES[step](state, party));

const latest = (moments: Date[]): number => Math.max(...moments.map((at) => at.getTime()));

/** When the offered times have all passed, or the confirmed one is over: whichever comes first. Null when nothing more happens. */
export const deadlineOf = ({ status, confirmed, offer }: ViewingState): Date | null => {
  if (!isOpen(status)) return null;
  const ends = confirmed ? [endOf(confirmed).getTime()] : [];
  const lapses = offer ? [latest(offer.slots.map(({ startsAt }) => startsAt))] : [];
  return new Date(Math.min(...ends, ...lapses));
};

export const isOverdue = (state: ViewingState, now: Date): boolean => {
  const deadline = deadlineOf(state);
  return deadline !== null && now >= deadline;
};

export type PastEvent = { event: ViewingEventName; actorId: string | null };

/** What is asked for: `slots` of an offer, `startsAt` of a choice. */
export type Asked = { step: ViewingStep; slots?: Slot[] | undefined; startsAt?: Date | undefined };

type Case = Asked & {
  state: ViewingState;
  /** Oldest first. */
  past: readonly PastEvent[];
  actorId: string;
  party: Party;
  expectedVersion: number | undefined;
  now: Date;
};

const isSameOffer = ({ offer }: ViewingState, party: Party, slots: Slot[] = []): boolean =>
  offer !== null && offer.by === party && areSame(offer.slots, slots);

/** The offered time that a choice names. */
export const chosenOf = ({ offer }: ViewingState, startsAt: Date | undefined): Slot | undefined =>
  offer?.slots.find((slot) => slot.startsAt.getTime() === startsAt?.getTime());

/** An offer that stands, a choice that stands, an end that was made: each by the same person. */
const isRepeat = ({ state, past, step, actorId, party, slots, startsAt }: Case): boolean => {
  const did = (event: ViewingEventName, events = past) => events.some((one) => one.event === event && one.actorId === actorId);
  switch (step) {
    case "propose":
    case "move":
      return isOpen(state.status) && isSameOffer(state, party, slots);
    case "confirm":
      return !chosenOf(state, startsAt) && did("confirm") && state.confirmed?.startsAt.getTime() === startsAt?.getTime();
    case "keep":
      return did("keep", past.slice(-1));
    case "cancel":
      return did("cancel");
  }
};

const judgeChoice = (state: ViewingState, startsAt: Date | undefined, now: Date): "do" | ViewingConflict => {
  const slot = chosenOf(state, startsAt);
  if (!slot) return "not_offered";
  return slot.startsAt <= now ? "slot_passed" : "do";
};

/** What becomes of a step; what was done before by the same person is answered as it was. */
export const judgeStep = (asked: Case): "do" | "repeat" | ViewingConflict => {
  const { state, step, party, startsAt, expectedVersion, now } = asked;
  if (isRepeat(asked)) return "repeat";
  if (isOverdue(state, now)) return "slot_passed";
  if (expectedVersion !== undefined && expectedVersion !== state.version) return "stale_version";
  if (!RULES[step](state, party)) return "illegal_step";
  return step === "confirm" ? judgeChoice(state, startsAt, now) : "do";
};

/** The viewing after a legal step. */
export const afterStep = (state: ViewingState, { step, slots = [], startsAt }: Asked, party: Party): ViewingState => {
  const next = { ...state, version: state.version + 1 };
  switch (step) {
    case "propose":
    case "move":
      return { ...next, offer: { by: party, slots } };
    case "confirm":
      return { ...next, status: "confirmed", confirmed: chosenOf(state, startsAt) ?? state.confirmed, offer: null };
    case "keep":
      return { ...next, offer: null };
    case "cancel":
      return { ...next, status: "cancelled", offer: null };
  }
};

/** What time itself does to a viewing that is overdue. */
export const afterDeadline = (state: ViewingState, now: Date): { event: "expire" | "finish" | "lapse"; state: ViewingState } => {
  const next = { ...state, version: state.version + 1, offer: null };
  if (!state.confirmed) return { event: "expire", state: { ...next, status: "expired" } };
  if (now >= endOf(state.confirmed)) return { event: "finish", state: { ...next, status: "done" } };
  return { event: "lapse", state: next };
};

/** Why it is called off: a code of the list, or one's own words, which count as `other`. */
export const wordsOf = ({ reason, note }: Pick<ViewingCancellation, "reason" | "note">) => {
  const code: ViewingReason | undefined = viewingReasons.find((one) => one === reason);
  return code ? { reason: code, note: note ?? null } : { reason: "other" as const, note: note ?? reason };
};
