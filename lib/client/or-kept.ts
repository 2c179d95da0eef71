import { asApiError } from "./api.ts";

/** Whoever waits longer than this would rather see what there was. */
const LONG_MS = 3_000;

const isAnswer = (error: unknown): boolean => asApiError(error).code !== "unavailable";

/**
 * What the server answers; or, when it cannot be reached or takes long, what is kept here. An answer that comes later than
 * that is not lost: asking has put it in place itself.
 */
export const orKept = async <Value>(asking: Promise<Value>, recall: () => Promise<Value | undefined>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONG_MS);
  });
  const isAnswered = await Promise.race([asking.then(() => true, isAnswer), isLate]);
  clearTimeout(timer);
  if (isAnswered) return asking;
  // Nothing kept, or nothing that can be read: then the server's answer is all there is to wait for.
  return (await recall().catch(() => undefined)) ?? asking;
};
