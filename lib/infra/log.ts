import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pino, { type DestinationStream } from "pino";
import type { Log } from "#lib/domain/ports.ts";

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError };

/** drizzle puts a failed query's parameters, which hold what people write, behind this into message and stack. */
const PARAMETERS = /\nparams: [\s\S]*?(?=\n {4}at |$)/g;
/** PostgreSQL (class 22: this value is none of its type) and JSON quote what they could not read. */
const QUOTED = /["'][\s\S]*["']/;

const quotesWhatItRead = (error: Error, code: string | undefined): boolean =>
  error instanceof SyntaxError || (code?.length === 5 && code.startsWith("22"));

/** An error without what people wrote: its kind, its words, where it came from, and what caused it. */
export const describeError = (error: unknown): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: "something that is no error was thrown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const words = error.message.replace(PARAMETERS, "");
  const message = quotesWhatItRead(error, code) ? words.replace(QUOTED, "…") : words;
  return {
    type: error.constructor.name,
    message,
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack.replace(error.message, () => message).replace(PARAMETERS, "") }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
};

/**
 * Structured logs, on standard output unless told otherwise. What people write and what signs them in never gets there. Every
 * line of a request carries its id, from whichever part of the program it comes.
 */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const requestIds = new AsyncLocalStorage<string>();
  const options: pino.LoggerOptions = {
    level,
    base: null,
    mixin: () => {
      const requestId = requestIds.getStore();
      return requestId === undefined ? {} : { requestId };
    },
    serializers: { error: (error: unknown) => error && describeError(error) },
    redact: ["*.cookie", "*.authorization", "*.password", "*.content", "*.token", "*.refreshToken"],
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    during: (work) => requestIds.run(randomUUID(), work),
    requestId: () => requestIds.getStore() ?? randomUUID(),
  };
};
