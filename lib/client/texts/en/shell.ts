/** Header, rail, bottom bar, menus and the pages for when something is missing. */
export const shell = {
  mainNavigation: "Main",
  name: "UniNest",
  home: "UniNest, start page",
  findRoom: "Find a room",
  inbox: "Inbox",
  signIn: "Sign in",
  createAccount: "Create account",
  signOut: "Sign out",
  signingOut: "Signing out",
  signOutFailed: "Signing out did not work. Try again.",
  signOutUnsent: {
    title: "{count, plural, one {# message is not sent yet} other {# messages are not sent yet}}",
    body: "Signing out removes everything that this browser keeps of you. Sign out and discard {count, plural, one {it} other {them}}?",
    stay: "Stay signed in",
    confirm: "Sign out and discard",
  },
  alerts: {
    sound: "Sound for new messages",
    turnOn: "Turn on notifications",
  },
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
  offline: {
    title: "You are offline",
    body: "This page needs the network. Your messages are at hand without it.",
    nothingKept: "Nothing is kept on this device that could be shown without the network.",
    tryAgain: "Try again",
    toInbox: "Open your messages",
  },
  update: {
    ready: "A new version is ready.",
    reload: "Reload",
    later: "Later",
  },
} as const;
