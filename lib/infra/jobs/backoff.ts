/** The library waits e, e², e³ … seconds after each try, and no longer than after the tenth. */
const baseMs = (attempt: number): number => Math.exp(Math.min(attempt, 10)) * 1_000;

/** What is waited on top of that: up to a half more, so that jobs that failed together do not come back together. */
export const jitterMs = (attempt: number, random: number): number => (baseMs(attempt) * random) / 2;
