import { runtime } from "#lib/server/runtime.ts";

/** The address of our own pages. */
export const ownOrigin = (): string => {
  const [origin = "http://localhost:3000"] = runtime().origins;
  return origin;
};
