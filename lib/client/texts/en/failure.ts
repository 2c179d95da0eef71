/** What stands where a page failed. By itself, for these few words come with every page and the catalogue with none. */
export const failure = {
  title: "This page did not load",
  body: "Something went wrong on our side. Your messages are safe, and this page comes by itself as soon as it can.",
  reference: "If it keeps happening, tell us this reference:",
  tryAgain: "Try again",
  home: "UniNest, start page",
} as const;
