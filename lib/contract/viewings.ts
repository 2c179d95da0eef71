import * as z from "zod";
import { limits } from "./limits.ts";
import { Cursor, countCharacters, Id, line, pageLimit, Text, Timestamp } from "./primitives.ts";

/**
 * `proposed`: one has offered times and the other has not chosen yet. `confirmed`: the two have one. `done`: its time is over.
 * `expired`: every offered time passed and none was chosen.
 */
export const ViewingStatus = z.enum(["proposed", "confirmed", "cancelled", "done", "expired"]);
export type ViewingStatus = z.infer<typeof ViewingStatus>;

export const ViewingKind = z.enum(["on_site", "video"]);
export type ViewingKind = z.infer<typeof ViewingKind>;

/**
 * What the two may do to a viewing once it is asked for; the names are those of the routes. `propose`: other times before one is
 * confirmed. `move`: other times for a confirmed one, which stands until the other confirms. `keep`: drops those again.
 */
export const ViewingStep = z.enum(["propose", "confirm", "move", "keep", "cancel"]);
export type ViewingStep = z.infer<typeof ViewingStep>;

/**
 * Everything that happens to a viewing: what the two do, and what the server does when times are past: `expire` and `finish` end
 * it, `lapse` drops times to move it to.
 */
export const ViewingEventName = z.enum(["ask", ...ViewingStep.options, "lapse", "expire", "finish"]);
export type ViewingEventName = z.infer<typeof ViewingEventName>;

export const ViewingParty = z.enum(["student", "landlord", "server"]);
export type ViewingParty = z.infer<typeof ViewingParty>;

export const viewingReasons = ["cannot_make_it", "found_another", "no_longer_free", "other"] as const;

/** Why it was cancelled. */
export const ViewingReason = z.enum(viewingReasons);
export type ViewingReason = z.infer<typeof ViewingReason>;

/** A time that one of the two offers. Of a viewing, its start is its name. */
export const ViewingSlot = z.strictObject({
  startsAt: Timestamp,
  minutes: z.int().min(limits.viewingMinutes.min).max(limits.viewingMinutes.max),
});
export type ViewingSlot = z.infer<typeof ViewingSlot>;

export const Viewing = z
  .strictObject({
    id: Id,
    /** Where it is: `timeZone` is the home's own, an IANA name, in which its times are meant. */
    listing: z.strictObject({ id: Id, title: z.string(), street: z.string(), city: z.string(), timeZone: z.string() }),
    room: z.strictObject({ id: Id, name: z.string() }).nullable(),
    student: z.strictObject({ id: Id, name: z.string() }),
    landlord: z.strictObject({ id: Id, name: z.string() }),
    conversationId: Id,
    kind: ViewingKind,
    status: ViewingStatus,
    /** Raised by one with each change: what `expectedVersion` names. */
    version: z.int(),
    /** The time that the two have agreed on; it stays when that is cancelled or over. */
    confirmed: ViewingSlot.nullable(),
    /** The times that one of the two offers at the moment, the earliest first. */
    offer: z.strictObject({ by: ViewingParty.exclude(["server"]), slots: z.array(ViewingSlot) }).nullable(),
    reason: ViewingReason.nullable(),
    note: z.string().nullable(),
    /** What each of the two may do now. */
    steps: z.strictObject({ student: z.array(ViewingStep), landlord: z.array(ViewingStep) }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Viewing" });
export type Viewing = z.infer<typeof Viewing>;

/** The one message of a viewing that changes with it. */
export const ViewingCard = z.strictObject({ type: z.literal("viewing"), viewingId: Id, viewing: Viewing });
export type ViewingCard = z.infer<typeof ViewingCard>;

/** What happened, as it was then: it never changes. */
export const ViewingLine = z.strictObject({
  type: z.literal("viewing_event"),
  viewingId: Id,
  event: ViewingEventName,
  by: ViewingParty,
  /** The times that it is about: those offered, or the one that was confirmed, cancelled or kept. */
  slots: z.array(ViewingSlot),
  timeZone: z.string(),
  reason: ViewingReason.nullable(),
  note: z.string().nullable(),
});
export type ViewingLine = z.infer<typeof ViewingLine>;

/** How long before a viewing the two are reminded of it. */
export const ViewingReminderKind = z.enum(["day", "hour"]);
export type ViewingReminderKind = z.infer<typeof ViewingReminderKind>;

/** A viewing is near; its time as it was then. */
export const ViewingReminder = z.strictObject({
  type: z.literal("viewing_reminder"),
  viewingId: Id,
  kind: ViewingReminderKind,
  startsAt: Timestamp,
  timeZone: z.string(),
});
export type ViewingReminder = z.infer<typeof ViewingReminder>;

const Slots = z.array(ViewingSlot).min(1).max(limits.viewingSlots);
const ExpectedVersion = z.int().min(1).optional();
const Words = line(limits.reasonCharacters).optional();
/** One has been told of another viewing at the time, and means it all the same. */
const DespiteOverlap = z.boolean().optional();

/** A student may name the listing, a room of it or the conversation; the landlord names the conversation, and with it the student. */
export const ViewingRequest = z
  .strictObject({
    listingId: Id.optional(),
    roomId: Id.optional(),
    conversationId: Id.optional(),
    kind: ViewingKind,
    slots: Slots,
    despiteOverlap: DespiteOverlap,
    /** Goes into the conversation in one's own name. */
    message: Text.transform((text) => text.trim())
      .refine((text) => text !== "", "must not be empty")
      .refine((text) => countCharacters(text) <= limits.contentCharacters, "is too long")
      .optional(),
  })
  .refine(({ listingId, roomId, conversationId }) => listingId ?? roomId ?? conversationId, {
    path: ["listingId"],
    message: "or a room or a conversation must be named",
  });
export type ViewingRequest = z.infer<typeof ViewingRequest>;

export const ViewingOffer = z.strictObject({ expectedVersion: ExpectedVersion, slots: Slots, despiteOverlap: DespiteOverlap });
export type ViewingOffer = z.infer<typeof ViewingOffer>;

export const ViewingChoice = z.strictObject({
  expectedVersion: ExpectedVersion,
  startsAt: Timestamp,
  despiteOverlap: DespiteOverlap,
});
export type ViewingChoice = z.infer<typeof ViewingChoice>;

export const ViewingKeep = z.strictObject({ expectedVersion: ExpectedVersion });
export type ViewingKeep = z.infer<typeof ViewingKeep>;

/** `reason` is a code of the list; anything else is one's own words, and counts as `other`. */
export const ViewingCancellation = z.strictObject({
  expectedVersion: ExpectedVersion,
  reason: line(limits.reasonCharacters),
  note: Words,
});
export type ViewingCancellation = z.infer<typeof ViewingCancellation>;

export const ViewingQuery = z.strictObject({
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
  /** `open`: proposed or confirmed. */
  filter: z.enum(["all", "open", "past"]).default("all"),
});
export type ViewingQuery = z.infer<typeof ViewingQuery>;

export const ViewingPage = z.strictObject({ items: z.array(Viewing), nextCursor: z.string().nullable() });
export type ViewingPage = z.infer<typeof ViewingPage>;

/**
 * Why a step or a request is not possible; the `details` of a `conflict` carry it, with the viewing as it is. `overlaps`: one of
 * the two has another viewing at that time; `details.whose` says which, and `despiteOverlap` passes over it.
 */
export type ViewingConflict =
  | "stale_version"
  | "illegal_step"
  | "not_offered"
  | "slot_passed"
  | "overlaps"
  | "too_many"
  | "not_confirmed";
