/** Whether this is `npm run test:long`, which comes after `npm test`. */
export const isLong = process.env.LONG === "1";

/** What `npm test` leaves to the long form, as patterns of Vitest and Playwright. */
export const longForm = {
  wire: ["e2e/wire/{interleavings,jobs,read-plans,search-oracle}.test.ts"],
  faults: ["e2e/faults/{bugs,kills,database-outages,full-disk}.test.ts"],
  stories: [
    "**/screens/*.spec.ts",
    "**/{rate-limit,emoji-sheet,forwarding,group-history,group-pictures,large-files,alerts,audit,contests,desk,held,jobs}.spec.ts",
    // What their routes say is in `npm test`, and bookings and viewings are in the story of three browsers too.
    "**/{bookings,homes,link-previews,own-account,replies,reports,viewings,what-reaches-me}.spec.ts",
  ],
};
