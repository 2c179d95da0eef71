/** Header, rail, bottom bar, menus and the pages for when something is missing. */
export const shell = {
  mainNavigation: "Main",
  name: "UniNest",
  home: "UniNest, start page",
  findRoom: "Find a room",
  inbox: "Inbox",
  signIn: "Sign in",
  createAccount: "Create account",
  settings: "Settings",
  signOut: "Sign out",
  signingOut: "Signing out",
  signOutFailed: "Signing out did not work. Try again.",
  account: {
    menu: "Account of {name}",
    short: "Account",
    role: {
      student: "Student",
      landlord: "Landlord",
      admin: "Admin",
    },
  },
  theme: {
    label: "Appearance",
    system: "As on this device",
    light: "Light",
    dark: "Dark",
    toDark: "Switch to dark",
    toLight: "Switch to light",
  },
  notFound: {
    title: "There is nothing at this address",
    body: "The page may have moved, or the link is incomplete.",
    action: "Find a room",
  },
  mails: {
    title: "Mails",
    lead: "No mail leaves this place. Here are the last ones that it would have sent, the newest first.",
    to: "To {address}",
    emptyTitle: "No mails yet",
    emptyBody: "Register, or ask for a new password, and the mail stands here.",
  },
  failure: {
    title: "This page did not load",
    body: "Something went wrong on our side. Your messages are safe; try again in a moment.",
    reference: "If it keeps happening, tell us this reference:",
  },
} as const;
