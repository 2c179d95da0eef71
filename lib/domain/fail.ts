import { errorWords } from "#lib/contract/error-words.ts";
import type { ErrorCode, WireError } from "#lib/contract/errors.ts";
import { errorCodes } from "#lib/contract/errors.ts";

/** When to come back: at random, so that those who are turned away together do not come back together. */
const RETRY_MS = { least: 1_000, most: 3_000 };

const retryMsOf = (code: ErrorCode): number | undefined =>
  code === "unavailable" ? Math.round(RETRY_MS.least + (RETRY_MS.most - RETRY_MS.least) * Math.random()) : undefined;

type FailureOptions = { message?: string; retryAfterMs?: number; details?: unknown; cause?: unknown };

/**
 * An expected refusal. Recognise it by `isFailure`, never by `instanceof`: route handlers and server.ts hold two
 * copies of every module.
 */
class Failure extends Error {
  override readonly name = "Failure";
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly details: unknown;

  constructor(code: ErrorCode, { message, retryAfterMs, details, cause }: FailureOptions) {
    super(message ?? errorWords[code], { cause });
    this.code = code;
    this.retryAfterMs = retryAfterMs ?? retryMsOf(code);
    this.details = details;
  }
}

export type { Failure };

/** Makes the failure to throw: `throw fail("not_found")`. */
export const fail = (code: ErrorCode, options: FailureOptions = {}): Failure => new Failure(code, options);

/** True for a failure from either module graph. */
export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error &&
  error.name === "Failure" &&
  "code" in error &&
  typeof error.code === "string" &&
  error.code in errorCodes;

/** The failure as every door sends it. */
export const toWireError = ({ code, message, retryAfterMs, details }: Failure): WireError => ({
  code,
  message,
  retryable: errorCodes[code].retryable,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  ...(details === undefined ? {} : { details }),
});
