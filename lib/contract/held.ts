import * as z from "zod";
import { Role } from "./accounts.ts";
import { limits } from "./limits.ts";
import { Attachment } from "./messages.ts";
import { Id, line, MessageId, Timestamp } from "./primitives.ts";
import { ReportHistory } from "./reports.ts";
import { Sanction } from "./sanctions.ts";

/** A rule that was found, and why it is there. */
const ReasonRule = z.strictObject({ rule: z.string(), text: z.string() });
export type ReasonRule = z.infer<typeof ReasonRule>;

/** Where a held message would stand. */
export const HeldPlace = z.strictObject({ conversationId: Id, messageId: MessageId });
export type HeldPlace = z.infer<typeof HeldPlace>;

/** A message that waits for a moderator, or was refused by one, as its writer sees it. */
export const HeldMessage = z
  .strictObject({
    ...HeldPlace.shape,
    content: z.string(),
    attachments: z.array(Attachment),
    heldAt: Timestamp,
    state: z.enum(["waiting", "refused"]),
    rules: z.array(ReasonRule),
    /** Why it was refused, where somebody has said it in words of their own. */
    reason: z.string().nullable(),
  })
  .meta({ id: "HeldMessage" });
export type HeldMessage = z.infer<typeof HeldMessage>;

export const HeldList = z.strictObject({ items: z.array(HeldMessage) });
export type HeldList = z.infer<typeof HeldList>;

const Person = z.strictObject({ id: Id, name: z.string(), role: Role });

/** Somebody of whom messages wait, or whose account may be in other hands. */
export const HeldSender = z
  .strictObject({
    person: Person,
    waiting: z.int().min(0),
    /** Since when the oldest waits. */
    since: Timestamp.nullable(),
    /** The rules that were found in what waits. */
    rules: z.array(z.string()),
    /** Since when it is supposed that somebody else writes from this account; null when it is not. */
    suspectedAt: Timestamp.nullable(),
  })
  .meta({ id: "HeldSender" });
export type HeldSender = z.infer<typeof HeldSender>;

/** Whoever waits the longest comes first; at most a hundred. */
export const HeldQueue = z.strictObject({ items: z.array(HeldSender) });
export type HeldQueue = z.infer<typeof HeldQueue>;

/** One message that waits, with whom it is for and from where it came. */
export const HeldEntry = z.strictObject({
  ...HeldPlace.shape,
  recipients: z.array(Person),
  content: z.string(),
  attachments: z.array(Attachment),
  rules: z.array(ReasonRule),
  score: z.int().min(0),
  heldAt: Timestamp,
  /** The sign-in that it was written in; null when that is no more. */
  session: z.strictObject({ deviceName: z.string().nullable(), createdAt: Timestamp }).nullable(),
});
export type HeldEntry = z.infer<typeof HeldEntry>;

/** All of a person that waits, in the order in which it was written, and what there is to decide by. */
export const HeldCase = z
  .strictObject({
    sender: HeldSender,
    /** Since when there is the account. */
    accountSince: Timestamp,
    messages: z.array(HeldEntry),
    /** Conversations in which a warning stands that this may be somebody else. */
    warned: z.int().min(0),
    history: ReportHistory,
    /** What was done to the person before, newest first. */
    sanctions: z.array(Sanction),
  })
  .meta({ id: "HeldCase" });
export type HeldCase = z.infer<typeof HeldCase>;

const Reason = line(limits.reasonCharacters);

export const HeldRefusal = HeldPlace.extend({ reason: Reason });
export type HeldRefusal = z.infer<typeof HeldRefusal>;

/** `reason`: in words that the person reads when they sign in again. */
export const TakeOver = z.strictObject({ reason: Reason });
export type TakeOver = z.infer<typeof TakeOver>;

/** How many messages wait for a moderator. */
export const HeldState = z.strictObject({ waiting: z.int().min(0) });
export type HeldState = z.infer<typeof HeldState>;
