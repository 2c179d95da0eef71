import * as z from "zod";
import type { ErrorCode } from "../errors.ts";
import type { RateName } from "../limits.ts";
import { Id, MessageId } from "../primitives.ts";

export type Route = {
  summary: string;
  /** `session`: a cookie or a bearer token is needed. `open`: anybody. `operator`: this machine itself, or the token of who runs it. */
  access: "session" | "open" | "operator";
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  /** The body is a file of at most so many bytes, and no JSON; a picture, unless other types are named. */
  upload?: { maxBytes: number; types?: readonly string[] };
  /** Whatever body comes is not read: mail programs send one of their own. */
  ignoresBody?: true;
  output: z.ZodType;
  /** The statuses of a good answer, the usual one first. */
  statuses: readonly number[];
  /** What it can answer beside what every route can: validation_failed, rate_limited, unavailable, internal. */
  codes: readonly ErrorCode[];
  rate: RateName;
  /** Of an answer that is a file and no JSON: its media type, or those that it can have. */
  produces?: string | readonly string[];
};

export const Nothing = z.strictObject({});
export const ById = z.strictObject({ id: Id });
export const ByMessage = z.strictObject({ id: Id, messageId: MessageId });
export const ByMember = z.strictObject({ id: Id, userId: Id });
