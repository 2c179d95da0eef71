/** For what may fail without anybody missing it: code that comes with its first use cannot come without a network. */
export const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
