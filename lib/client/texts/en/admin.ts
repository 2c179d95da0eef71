/** What stands around the pages of admins and moderators. */
export const admin = {
  navigation: "Pages of admins",
  /** The way there, in the menu of one's account. */
  desk: "Admin's desk",
  places: {
    overview: "Overview",
    reports: "Reports",
    held: "Held messages",
    people: "People",
    rules: "Rules",
    alerts: "Announcements",
    jobs: "Jobs",
    audit: "Audit log",
  },
  /** Whoever is signed in and no admin, or no moderator. */
  forbidden: {
    admins: {
      title: "This page is for admins",
      body: "It is for those who look after UniNest.",
      action: "To your inbox",
    },
    moderators: {
      title: "This page is for moderators",
      body: "Reports are decided by those who look after UniNest. What became of yours stands in your settings.",
      action: "Your reports",
    },
  },
  /** A list as a file for a table. */
  export: "Save as CSV",
} as const;
