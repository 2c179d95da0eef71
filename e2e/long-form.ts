/**
 * What belongs to `npm run test:long`: tests that do more of the same there than in `npm test`, and those that are there alone.
 * Patterns as Vitest and Playwright take them.
 */
export const longForm = {
  wire: ["e2e/wire/{interleavings,jobs,read-plans,search-oracle}.test.ts"],
  faults: ["e2e/faults/{bugs,kills,database-outages,full-disk}.test.ts"],
  stories: [
    "**/{screens,rate-limit,emoji-sheet,forwarding,group-history,group-pictures,large-files,alerts,audit,contests,desk,held,jobs}.spec.ts",
    // What their routes say is in `npm test`, and viewings are in the story of three browsers too.
    "**/{homes,link-previews,replies,reports,viewings,what-reaches-me}.spec.ts",
  ],
};

/** What `npm test` leaves to the long form. */
export const onlyLong = {
  wire: ["e2e/wire/{interleavings,read-plans,search-oracle}.test.ts"],
  faults: ["e2e/faults/{bugs,kills,database-outages,full-disk}.test.ts"],
  stories: longForm.stories,
};
