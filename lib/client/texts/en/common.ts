import type { ErrorCode } from "#lib/contract/errors.ts";

/** One sentence for each refusal: what happened, and what to do now. */
const errors = {
  validation_failed: "Something in this form does not fit yet. Check it and try again.",
  unauthenticated: "You are signed out. Sign in to go on.",
  forbidden: "You are not allowed to do this.",
  blocked: "Messages between you two are not possible at the moment.",
  suspended: "Your account is restricted at the moment.",
  content_rejected: "This text is against our rules.",
  not_found: "This does not exist any more.",
  not_participant: "You are not in this conversation.",
  conflict: "This is not possible any more. Reload the page to see how things stand.",
  too_large: "This is larger than allowed.",
  rate_limited: "That was a little too often. Try again in a moment.",
  unavailable: "UniNest cannot be reached at the moment. Nothing is lost; try again.",
  internal: "Something went wrong on our side. Try again.",
} as const satisfies Record<ErrorCode, string>;

/** Words that every part of the page uses. */
export const common = {
  appName: "UniNest",
  description: "Find a room near your university and talk to the landlord in one place.",
  skipToContent: "Skip to content",
  close: "Close",
  tryAgain: "Try again",
  unread: "{count, plural, one {# unread message} other {# unread messages}}",
  errors,
  /** Time left, largest unit first, as on a countdown. */
  duration: {
    seconds: "{count, plural, one {# second} other {# seconds}}",
    minutes: "{count, plural, one {# minute} other {# minutes}}",
  },
  verified: "Identity checked",
  presence: {
    online: "Online",
    away: "Away",
    busy: "Busy",
    offline: "Offline",
  },
} as const;
