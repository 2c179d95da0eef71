/** What moderators do to people, on both sides of the wire. Apart from the schemas, which a browser does not load. */

export const sanctionKinds = ["warn", "silence", "kick", "ban", "remove"] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

export const sanctionLimits = {
  appealCharacters: 2_000,
  answerCharacters: 1_000,
} as const;
