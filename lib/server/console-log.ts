import type { Log } from "#lib/domain/ports.ts";

const isError = (one: unknown): one is Error => one instanceof Error;

/**
 * Next says what went wrong in a page on the console, with the query of the address and the parameters of the SQL in it. From now
 * on that goes through the log, which leaves out what people wrote; what is no error is told of without its words.
 */
export const logConsole = (log: Log, target: Pick<Console, "error" | "warn"> = console): void => {
  target.error = (...said: unknown[]) => log.error({ error: said.find(isError) }, "a page, or a library, complained");
  target.warn = (...said: unknown[]) => log.warn({ error: said.find(isError) }, "a page, or a library, warned");
};
