import * as z from "zod";
import { Role } from "./accounts.ts";
import { limits } from "./limits.ts";
import { countCharacters, Id, line, MessageId, Text, Timestamp } from "./primitives.ts";
import { reportReasons } from "./report-rules.ts";
import { sanctionKinds, sanctionLimits } from "./sanction-rules.ts";

export const SanctionKind = z.enum(sanctionKinds);
const Rule = z.enum(reportReasons);

/** The rule that was broken, why that is so in words that its person reads, and the report that it comes of. */
export const Grounds = z.strictObject({ rule: Rule, reason: line(limits.reasonCharacters), reportId: Id.optional() });
export type Grounds = z.infer<typeof Grounds>;

export const Silence = Grounds.extend({ until: Timestamp });
export type Silence = z.infer<typeof Silence>;

/** One message, or, without it, all that a person has written. */
export const Removal = Grounds.extend({
  message: z.strictObject({ conversationId: Id, messageId: MessageId }).optional(),
});
export type Removal = z.infer<typeof Removal>;

export const SanctionLift = z.strictObject({ reason: line(limits.reasonCharacters) });

const Person = z.strictObject({ id: Id, name: z.string() });

export const AppealOutcome = z.enum(["upheld", "reversed"]);
export type AppealOutcome = z.infer<typeof AppealOutcome>;

/** What its person has to say against something that was done, and what became of it. */
const Appeal = z.strictObject({
  id: Id,
  text: z.string(),
  outcome: AppealOutcome.nullable(),
  answer: z.string().nullable(),
  createdAt: Timestamp,
  decidedAt: Timestamp.nullable(),
});

/** What was done to a person, as they see it: everything but who did it. */
export const OwnSanction = z
  .strictObject({
    id: Id,
    kind: SanctionKind,
    rule: Rule,
    reason: z.string(),
    /** Null: without an end, or over at once. */
    until: Timestamp.nullable(),
    /** Messages that it has removed. */
    messages: z.int().min(0),
    createdAt: Timestamp,
    /** Since when it counts no longer. */
    liftedAt: Timestamp.nullable(),
    appeal: Appeal.nullable(),
  })
  .meta({ id: "OwnSanction" });
export type OwnSanction = z.infer<typeof OwnSanction>;

export const OwnSanctions = z.strictObject({ items: z.array(OwnSanction) });
export type OwnSanctions = z.infer<typeof OwnSanctions>;

/** The same for those who decide. */
export const Sanction = OwnSanction.extend({
  person: Person.extend({ role: Role }),
  actor: Person,
  reportId: Id.nullable(),
  liftedBy: Person.nullable(),
}).meta({ id: "Sanction" });
export type Sanction = z.infer<typeof Sanction>;

const words = (most: number) =>
  Text.transform((text) => text.trim())
    .refine((text) => text !== "", "must not be empty")
    .refine((text) => countCharacters(text) <= most, "is too long");

export const NewAppeal = z.strictObject({ sanctionId: Id, text: words(sanctionLimits.appealCharacters) });
export type NewAppeal = z.infer<typeof NewAppeal>;

const AppealToken = z.string().max(200);

/** The token that came with a refused sign-in. */
export const KeptOutRequest = z.strictObject({ token: AppealToken });

export const KeptOutAppeal = NewAppeal.extend({ token: AppealToken });
export type KeptOutAppeal = z.infer<typeof KeptOutAppeal>;

export const AppealDecision = z.strictObject({ outcome: AppealOutcome, answer: words(sanctionLimits.answerCharacters) });
export type AppealDecision = z.infer<typeof AppealDecision>;

/** Those that wait, the oldest first; at most a hundred. */
export const AppealList = z.strictObject({ items: z.array(Sanction) });
export type AppealList = z.infer<typeof AppealList>;

/** What somebody is told when something is done to them. */
export const SanctionNotice = z.strictObject({
  sanctionId: Id,
  rule: Rule,
  reason: z.string(),
  until: Timestamp.nullable(),
});
