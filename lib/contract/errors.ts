/** One refusal, as every door tells it. `status` is what the HTTP door answers; its default wording is in `error-words.ts`. */
type Refusal = { status: number; retryable: boolean };

/** The closed list of what can go wrong on the wire (protocol.md, section 1). */
export const errorCodes = {
  validation_failed: { status: 400, retryable: false },
  unauthenticated: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  blocked: { status: 403, retryable: false },
  suspended: { status: 403, retryable: false },
  content_rejected: { status: 422, retryable: false },
  not_found: { status: 404, retryable: false },
  not_participant: { status: 403, retryable: false },
  conflict: { status: 409, retryable: false },
  too_large: { status: 413, retryable: false },
  rate_limited: { status: 429, retryable: true },
  unavailable: { status: 503, retryable: true },
  internal: { status: 500, retryable: true },
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
