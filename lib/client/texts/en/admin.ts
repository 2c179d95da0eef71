/** What stands around the pages of admins. */
export const admin = {
  navigation: "Pages of admins",
  places: { alerts: "Announcements", jobs: "Jobs" },
  forbiddenTitle: "This page is for admins",
  forbiddenBody: "It is for those who look after UniNest.",
  forbiddenAction: "To your inbox",
} as const;
