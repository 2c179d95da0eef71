/** What a stand-in of a service of apps has been brought, by token. */
export const createAppPushes = <Push extends { token: string }>() => {
  const taken: Push[] = [];
  const tries: string[] = [];
  const gone = new Set<string>();
  const answers = new Map<string, number[]>();
  return {
    take: (push: Push): void => void taken.push(push),
    /** How the next try for that token is to be answered, if not by taking it. */
    answerTo: (token: string): number | "gone" | undefined => {
      tries.push(token);
      return gone.has(token) ? "gone" : answers.get(token)?.shift();
    },
    /** The next tries for that token are answered so, and not taken. */
    answers: (token: string, ...statuses: number[]): void => void answers.set(token, statuses),
    /** The app has been removed. */
    remove: (token: string): void => void gone.add(token),
    to: (token: string): Push[] => taken.filter((push) => push.token === token),
    triesOf: (token: string): number => tries.filter((one) => one === token).length,
  };
};
