/** Those of the limits that the inbox needs from its first moment: names in an object are not shaken off, so they have one of their own. */
export const pageLimits = {
  /** Code points of a message after trimming. */
  contentCharacters: 4_000,
  syncCursors: 500,
  /** Conversations that a check always looks at, newest activity first, and that it may name beside them. */
  checkedConversations: 50,
  presenceUsers: 100,
  typingMs: 5_000,
} as const;

/** How a summary says that something is muted until its person says otherwise; everywhere else that is `null`. */
export const MUTED_FOR_GOOD = "9999-12-31T23:59:59.999Z";
