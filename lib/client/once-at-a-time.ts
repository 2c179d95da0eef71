/**
 * Lets each question be under way once: who asks for the same `key` meanwhile gets the same answer. Two turns of a
 * wheel come before a page knows that it is asking already.
 */
export const createOnceAtATime = <Answer>() => {
  const underWay = new Map<string, Promise<Answer>>();
  return (key: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const asked = underWay.get(key) ?? ask().finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
};
