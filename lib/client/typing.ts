import { pageLimits } from "#lib/contract/page-limits.ts";
import type { TypingIndicator } from "#lib/contract/presence.ts";

export type Typist = { userId: string; name: string; expiresAt: number };
/** Who types in which conversation; `expiresAt` in milliseconds of this machine's clock. */
export type Typing = Readonly<Record<string, readonly Typist[]>>;

const withTypists = (typing: Typing, conversationId: string, typists: readonly Typist[]): Typing => {
  if (typists.length > 0) return { ...typing, [conversationId]: typists };
  const { [conversationId]: _, ...rest } = typing;
  return rest;
};

/** That person no longer types there: their message came, or they said so. */
export const clearTyping = (typing: Typing, conversationId: string, userId: string): Typing => {
  const typists = typing[conversationId] ?? [];
  const left = typists.filter((typist) => typist.userId !== userId);
  return left.length === typists.length ? typing : withTypists(typing, conversationId, left);
};

/**
 * Takes a typing indicator. `clockLead` is how many milliseconds the server's clock is ahead of this machine's; whatever the
 * clocks say, nobody types for longer than the contract's five seconds.
 */
export const applyTyping = (typing: Typing, indicator: TypingIndicator, now: number, clockLead: number): Typing => {
  const { conversationId, userId, userName, isTyping, expiresAt } = indicator;
  const cleared = clearTyping(typing, conversationId, userId);
  const ends = Math.min(Date.parse(expiresAt) - clockLead, now + pageLimits.typingMs);
  if (!isTyping || ends <= now) return cleared;
  const typists = [...(cleared[conversationId] ?? []), { userId, name: userName, expiresAt: ends }];
  return withTypists(cleared, conversationId, typists);
};

/** Without those whose time is over; the same object when nobody's is. */
export const expireTyping = (typing: Typing, now: number): Typing => {
  const over = Object.entries(typing).flatMap(([conversationId, typists]) =>
    typists.filter(({ expiresAt }) => expiresAt <= now).map(({ userId }) => ({ conversationId, userId })),
  );
  return over.reduce((left, { conversationId, userId }) => clearTyping(left, conversationId, userId), typing);
};

/** When the next of them ends, in milliseconds; nothing when nobody types. */
export const nextExpiry = (typing: Typing): number | undefined => {
  const ends = Object.values(typing).flatMap((typists) => typists.map(({ expiresAt }) => expiresAt));
  return ends.length > 0 ? Math.min(...ends) : undefined;
};
