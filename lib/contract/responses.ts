import * as z from "zod";

/**
 * How a landlord answers students who write first, over the last 30 days. Too few threads tell nothing: then both figures are
 * null, and the landlord counts as new.
 */
export const ResponseFigures = z
  .strictObject({
    /** Threads that count. */
    threads: z.int(),
    /** From the first question to the first answer, in whole minutes; the middle one of those that were answered. */
    medianMinutes: z.int().nullable(),
    /** Of a hundred. */
    answeredPercent: z.int().nullable(),
  })
  .meta({ id: "ResponseFigures" });
export type ResponseFigures = z.infer<typeof ResponseFigures>;
