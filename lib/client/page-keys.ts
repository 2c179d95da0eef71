/** The names of what only pages beside the inbox hold in the query cache: in `query-keys.ts` they would weigh on it. */
export const pageKeys = {
  preferences: ["preferences"] as const,
  blocks: ["blocks"] as const,
  mutes: ["mutes"] as const,
  notificationPreferences: ["notification preferences"] as const,
  reportQueue: ["report queue"] as const,
  appeals: ["appeals"] as const,
  ownSanctions: ["own sanctions"] as const,
  ownReports: ["own reports"] as const,
  sessions: ["sessions"] as const,
  push: ["push"] as const,
  savedReplies: ["saved replies"] as const,
  publishedAlerts: ["published alerts"] as const,
  auditLog: ["audit log"] as const,
  deadJobs: ["dead jobs"] as const,
  ownListings: ["own listings"] as const,
  ownListing: (id: string) => ["own listing", id] as const,
};
