import * as z from "zod";
import { Text } from "./primitives.ts";

/** Whether a booking between the two is confirmed. */
export const ScanStage = z.enum(["before_booking", "after_booking"]);
export type ScanStage = z.infer<typeof ScanStage>;

/** Whether the two have written to each other before. */
export const ScanRelation = z.enum(["first_contact", "known"]);
export type ScanRelation = z.infer<typeof ScanRelation>;

/** It goes out; it goes out and the reader is warned; it goes back to its sender; it waits for a moderator. */
export const ScanOutcome = z.enum(["allow", "warn", "bounce", "hold"]);
export type ScanOutcome = z.infer<typeof ScanOutcome>;

/** One rule that was found, what it adds to the score, and why it is there. */
export const FoundRule = z.strictObject({ rule: z.string(), weight: z.int().min(0), text: z.string() });
export type FoundRule = z.infer<typeof FoundRule>;

/** What the scan says of a message: the heaviest rule first. */
export const ScanResult = z
  .strictObject({ outcome: ScanOutcome, score: z.int().min(0), rules: z.array(FoundRule) })
  .meta({ id: "ScanResult" });
export type ScanResult = z.infer<typeof ScanResult>;

const LONGEST = 4_000;

/** A text that an admin tries the rules on. */
export const ScanRequest = z.strictObject({
  content: Text.refine((text) => text.length <= LONGEST * 2, "is too long"),
  stage: ScanStage,
  relation: ScanRelation.optional(),
});
export type ScanRequest = z.infer<typeof ScanRequest>;
