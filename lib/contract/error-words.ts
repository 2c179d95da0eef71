import type { ErrorCode } from "./errors.ts";

/** How the server words a refusal where it says nothing of its own. The page has words of its own, and does not load these. */
export const errorWords: Record<ErrorCode, string> = {
  validation_failed: "The request does not have the expected form.",
  unauthenticated: "Sign in to go on.",
  forbidden: "You are not allowed to do this.",
  blocked: "Messages between you two are not possible at the moment.",
  suspended: "Your account is restricted at the moment.",
  content_rejected: "This text is against our rules.",
  not_found: "There is nothing here.",
  not_participant: "You are not in this conversation.",
  conflict: "This is not possible in the present state.",
  too_large: "This is larger than allowed.",
  rate_limited: "Too many requests. Try again in a moment.",
  unavailable: "The service is not available. Nothing was stored; try again.",
  internal: "Something went wrong on our side.",
};
