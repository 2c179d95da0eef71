/** How many viewings come at once: those that are open are meant to come together. */
export const VIEWINGS_A_PAGE = { open: 100, past: 20 } as const;
