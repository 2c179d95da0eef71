/** The page for when a page failed. In a file of its own: it comes with every page, and alone. */
export const failure = {
  title: "This page did not load",
  body: "Something went wrong on our side. Your messages are safe; try again in a moment.",
  reference: "If it keeps happening, tell us this reference:",
  tryAgain: "Try again",
  home: "UniNest, start page",
} as const;
