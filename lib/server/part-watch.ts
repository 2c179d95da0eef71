/** So many tries in a row that fail are no accident. */
const IN_A_ROW = 3;

/** Whether a part outside works, by what came of using it: to ask it each time that somebody looks would burden it. */
export const createPartWatch = () => {
  let failures = 0;
  return {
    isUp: (): boolean => failures < IN_A_ROW,
    /** Does it. What `isItsFault` says is not counts as an answer like any other. */
    during: async <Result>(
      work: () => Promise<Result>,
      isItsFault: (error: unknown) => boolean = () => true,
    ): Promise<Result> => {
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        failures = isItsFault(error) ? failures + 1 : 0;
        throw error;
      }
    },
  };
};
export type PartWatch = ReturnType<typeof createPartWatch>;
