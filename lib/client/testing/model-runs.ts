/** How many stories a test of a model tells; MODEL_RUNS asks for so many others, for a long run (`npm run explore`). */
export const modelRuns = (usually: number): number => Number(process.env.MODEL_RUNS ?? usually);

/** How long it may take, in ms. */
export const modelMs = (usually: number): number => (process.env.MODEL_RUNS === undefined ? usually : 20 * usually);
