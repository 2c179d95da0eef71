import * as z from "zod";
import { limits } from "./limits.ts";
import { countCharacters, Id, MessageId, Text, Timestamp } from "./primitives.ts";

/** What somebody wrote that the scan sent back, and that they hold for nothing bad. */
export const NewContest = z.strictObject({
  conversationId: Id,
  /** Under which it was to be sent: the same one is contested once. */
  messageId: MessageId,
  content: Text.transform((text) => text.trim())
    .refine((text) => text !== "", "must not be empty")
    .refine((text) => countCharacters(text) <= limits.contentCharacters, "is too long"),
});
export type NewContest = z.infer<typeof NewContest>;

/** Whether the scan was wrong to refuse it. */
export const ContestVerdict = z.enum(["wrong", "right"]);
export type ContestVerdict = z.infer<typeof ContestVerdict>;

const RefusedFor = z.strictObject({ rule: z.string(), text: z.string() });

/** A contested refusal as its writer sees it. */
export const OwnContest = z
  .strictObject({
    id: Id,
    conversationId: Id,
    content: z.string(),
    /** The rules that it was refused for, in the words of today. */
    rules: z.array(RefusedFor),
    verdict: ContestVerdict.nullable(),
    createdAt: Timestamp,
    decidedAt: Timestamp.nullable(),
  })
  .meta({ id: "OwnContest" });
export type OwnContest = z.infer<typeof OwnContest>;

export const OwnContests = z.strictObject({ items: z.array(OwnContest) });
export type OwnContests = z.infer<typeof OwnContests>;

/** The same for those who decide. */
export const Contest = OwnContest.extend({ person: z.strictObject({ id: Id, name: z.string() }) }).meta({ id: "Contest" });
export type Contest = z.infer<typeof Contest>;

/** Those that wait, the oldest first; at most a hundred. */
export const ContestList = z.strictObject({ items: z.array(Contest) });
export type ContestList = z.infer<typeof ContestList>;

export const ContestDecision = z.strictObject({ verdict: ContestVerdict });
export type ContestDecision = z.infer<typeof ContestDecision>;

/** How often a rule was said to be wrong, and found so. */
export const ContestedRule = z.strictObject({
  rule: z.string(),
  /** Readers who called a notice of it fine. */
  notices: z.int().min(0),
  /** Writers who contested a refusal of it. */
  refusals: z.int().min(0),
  /** Such refusals that a moderator found wrong. */
  wrong: z.int().min(0),
});
export type ContestedRule = z.infer<typeof ContestedRule>;

export const ContestedRules = z.strictObject({ items: z.array(ContestedRule) });
export type ContestedRules = z.infer<typeof ContestedRules>;
