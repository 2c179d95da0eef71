import * as z from "zod";

/**
 * A warning in a conversation that somebody else may be writing from an account: it stands until a moderator has found out
 * that it was the person, or that it was not.
 */
export const SafetyLine = z.strictObject({
  type: z.literal("safety_warning"),
  by: z.literal("server"),
  state: z.enum(["standing", "genuine", "taken_over"]),
});
export type SafetyLine = z.infer<typeof SafetyLine>;
