/** What one is told of: the page and its rows. */
export const notifications = {
  title: "Notifications",
  loading: "Loading your notifications",
  lead: "What has become of your bookings.",
  list: "Notifications, the newest first",
  unread: "Unread",
  readAll: "Mark all as read",
  allRead: "All notifications are read.",
  older: "Show older ones",
  emptyTitle: "Nothing has happened yet",
  emptyBody: "When somebody asks for a room, answers or changes a booking, it stands here.",
  stale: "This may not be the newest: the server did not answer.",
  failed: "That did not work. Try again.",
} as const;
