import type * as z from "zod";
import { isKnownToBeAway, isOutage } from "#lib/db/outage.ts";
import { type Failure, fail, isFailure } from "#lib/domain/fail.ts";
import type { Log } from "#lib/domain/ports.ts";

/** Any error as one of the closed list. What nobody expected is logged with an id, and only the id goes out. */
export const asFailure = (error: unknown, log: Log): Failure => {
  if (isFailure(error)) return error;
  if (isOutage(error)) {
    // Of an outage is told once, not by everybody who finds it.
    if (isKnownToBeAway(error)) log.debug({ error }, "the database is away");
    else log.warn({ error }, "the database did not answer");
    return fail("unavailable", { cause: error });
  }
  const requestId = log.requestId();
  log.error({ error, requestId }, "unexpected error");
  return fail("internal", { details: { requestId }, cause: error });
};

const isTooLarge = (issue: z.core.$ZodIssue): boolean => issue.code === "custom" && issue.params?.code === "too_large";

/** What the schema makes of it. @throws {Failure} validation_failed or too_large, naming each path */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const details = issues.map(({ path, message }) => ({ path, message }));
  // Too large only when nothing else is wrong: otherwise shortening it would not help.
  throw fail(issues.every(isTooLarge) ? "too_large" : "validation_failed", { details });
};
