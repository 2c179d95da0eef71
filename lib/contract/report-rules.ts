/** What people may report each other for, on both sides of the wire. Apart from the schemas, which a browser does not load. */

export const reportReasons = [
  "scam",
  "off_platform_payment",
  "harassment",
  "hate",
  "sexual",
  "threat",
  "impersonation",
  "spam",
  "discrimination",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportLimits = {
  noteCharacters: 1_000,
  /** Messages that are kept before and after the one that is reported. */
  messagesAround: 20,
} as const;
