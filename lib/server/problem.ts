import { errorWords } from "#lib/contract/error-words.ts";
import { type ErrorCode, errorCodes } from "#lib/contract/errors.ts";
import type { Failure } from "#lib/domain/fail.ts";

/** What every answer of the HTTP door carries. */
export const API_HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** Over HTTP an outsider is told the same of a conversation as of a missing one. */
const codeFor = (code: ErrorCode): ErrorCode => (code === "not_participant" ? "not_found" : code);

/** A failure as RFC 9457 wants it. */
export const problemOf = ({ code: inner, message, retryAfterMs, details }: Failure) => {
  const code = codeFor(inner);
  const { status } = errorCodes[code];
  const title = errorWords[code];
  const isIssues = code === "validation_failed" || code === "too_large";
  const document = {
    type: "about:blank",
    status,
    title,
    detail: code === inner ? message : title,
    code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(details === undefined ? {} : isIssues ? { issues: details } : { details }),
  };
  const wait = retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
  return { status, headers: { ...API_HEADERS, ...wait, "content-type": "application/problem+json" }, document };
};
