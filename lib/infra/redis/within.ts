/** The same, for who waits only so long. @throws {Error} after `ms` milliseconds; what is asked for goes on, unheard */
export const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error("Redis did not answer in time"));
    // A process that was busy itself hears first what has come meanwhile.
    timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
