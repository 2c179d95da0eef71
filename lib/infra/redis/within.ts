class TooLate extends Error {
  override name = "TooLate";
}

/** The same, for who waits only so long. @throws {Error} `TooLate` after `ms` milliseconds; what is asked for goes on, unheard */
export const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate("Redis did not answer in time")), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
