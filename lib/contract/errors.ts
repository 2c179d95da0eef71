/** One refusal, as every door tells it. `status` is what the HTTP door answers; `message` is the default wording. */
type Refusal = { status: number; retryable: boolean; message: string };

/** The closed list of what can go wrong on the wire (protocol.md, section 1). */
export const errorCodes = {
  validation_failed: { status: 400, retryable: false, message: "The request does not have the expected form." },
  unauthenticated: { status: 401, retryable: false, message: "Sign in to go on." },
  forbidden: { status: 403, retryable: false, message: "You are not allowed to do this." },
  blocked: { status: 403, retryable: false, message: "Messages between you two are not possible at the moment." },
  suspended: { status: 403, retryable: false, message: "Your account is restricted at the moment." },
  content_rejected: { status: 422, retryable: false, message: "This text is against our rules." },
  not_found: { status: 404, retryable: false, message: "There is nothing here." },
  not_participant: { status: 403, retryable: false, message: "You are not in this conversation." },
  conflict: { status: 409, retryable: false, message: "This is not possible in the present state." },
  too_large: { status: 413, retryable: false, message: "This is larger than allowed." },
  rate_limited: { status: 429, retryable: true, message: "Too many requests. Try again in a moment." },
  unavailable: { status: 503, retryable: true, message: "The service is not available. Nothing was stored; try again." },
  internal: { status: 500, retryable: true, message: "Something went wrong on our side." },
} as const satisfies Record<string, Refusal>;

export type ErrorCode = keyof typeof errorCodes;

/** A failure as data: the `error` of an acknowledgement, the `data` of a refused handshake, the core of a problem document. */
export type WireError = {
  code: ErrorCode;
  message: string;
  retryable: boolean;
  retryAfterMs?: number;
  details?: unknown;
};

/** What every acknowledgement carries: exactly one of the two. */
export type Answer<Data> = { ok: true; data: Data } | { ok: false; error: WireError };
