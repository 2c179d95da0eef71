/** How many stories a test of a model tells; MODEL_RUNS asks for more, for a long run. */
export const modelRuns = (usually: number): number => Number(process.env.MODEL_RUNS ?? usually);
