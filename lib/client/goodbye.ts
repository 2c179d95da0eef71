/** Why somebody is signed out, `fresh` after a new password: keys of the catalogue's `accounts.goodbye`. */
export const goodbyes = ["ended", "elsewhere", "password", "fresh", "suspended"] as const;
export type Goodbye = { why: (typeof goodbyes)[number]; until?: string | null };

const BY_REASON: Record<string, Goodbye["why"]> = {
  signed_out_remotely: "elsewhere",
  password_changed: "password",
  password_reset: "password",
};

/** What `session:revoked` means; nothing when one is to connect again. */
export const goodbyeOf = (reason: string): Goodbye | undefined =>
  reason === "role_changed" ? undefined : { why: (Object.hasOwn(BY_REASON, reason) && BY_REASON[reason]) || "ended" };

/** What a refused handshake says of a suspension. */
export const suspendedUntil = (details: unknown): Goodbye => {
  const until = typeof details === "object" && details !== null && "until" in details ? details.until : null;
  return { why: "suspended", until: typeof until === "string" ? until : null };
};

/** Where who is signed out goes: back to this page after the next sign-in, and told why. */
export const signInAddress = (path: string, { why, until }: Goodbye): string =>
  `/sign-in?${new URLSearchParams({ next: path, why, ...(until ? { until } : {}) })}`;

type Query = { why?: string | string[]; until?: string | string[] };

const isWhy = (why: unknown): why is Goodbye["why"] => goodbyes.some((known) => known === why);
const isInstant = (text: unknown): text is string => typeof text === "string" && !Number.isNaN(Date.parse(text));

/** What the address of the sign-in page says; nothing of what anybody else may have written into it. */
export const goodbyeInQuery = ({ why, until }: Query): Goodbye | undefined =>
  isWhy(why) ? { why, until: isInstant(until) ? until : null } : undefined;
