import { fail } from "#lib/domain/fail.ts";

const FULL_DISK = new Set(["ENOSPC", "EDQUOT"]);

const hasCode = (error: unknown, codes: Set<string>): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && codes.has(error.code);

/** Says what a write has failed of, where it is the disk. @throws {unknown} always */
export const throwAsNoRoom = (cause: unknown): never => {
  if (!hasCode(cause, FULL_DISK)) throw cause;
  throw fail("unavailable", { message: "There is no room for files at the moment.", cause });
};

/** For reading what may not be there. */
export const unlessMissing = (error: unknown): undefined => {
  if (hasCode(error, new Set(["ENOENT"]))) return undefined;
  throw error;
};
