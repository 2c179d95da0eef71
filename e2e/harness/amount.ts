/** Whether this is `npm run test:long`, which comes after `npm test` where there is time for more of the same. */
export const isLong = process.env.LONG === "1";

/** How much of something a test does: in `npm test`, and in the long form. */
export const amount = (usually: number, long: number): number => (isLong ? long : usually);
