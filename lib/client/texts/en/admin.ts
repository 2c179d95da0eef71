/** What stands around the pages of admins. */
export const admin = {
  navigation: "Pages of admins",
  /** The way there, in the menu of one's account. */
  desk: "Admin's desk",
  places: { alerts: "Announcements", reports: "Reports", held: "Held messages", jobs: "Jobs", audit: "Audit log" },
  forbiddenTitle: "This page is for admins",
  forbiddenBody: "It is for those who look after UniNest.",
  forbiddenAction: "To your inbox",
} as const;
