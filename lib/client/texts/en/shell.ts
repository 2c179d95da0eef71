import { failure } from "./failure.ts";

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
  failure,
} as const;
