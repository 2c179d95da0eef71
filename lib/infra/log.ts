import pino from "pino";
import type { Log } from "#lib/domain/ports.ts";

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError };

/** drizzle puts a failed query's parameters, which hold what people write, behind this into message and stack. */
const PARAMETERS = /\nparams: [\s\S]*?(?=\n {4}at |$)/;

/** An error without what people wrote: its kind, its words, where it came from, and what caused it. */
export const describeError = (error: unknown): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: "something that is no error was thrown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: error.constructor.name,
    message: error.message.replace(PARAMETERS, ""),
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack.replace(PARAMETERS, "") }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
};

/** Structured logs on standard output. What people write and what signs them in never gets there. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    serializers: { error: (error: unknown) => error && describeError(error) },
    redact: ["*.cookie", "*.authorization", "*.password", "*.content", "*.token", "*.refreshToken"],
  });
