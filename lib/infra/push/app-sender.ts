import type { PushNote } from "#lib/domain/ports.ts";

/** A service that brings notes to apps. */
export type AppSender = {
  /** Hands one over, one try. Resolves to `gone` when the app is no more. @throws {Error} that names no token */
  send: (token: string, note: PushNote) => Promise<"taken" | "gone">;
};

/** A service that has not answered by then is tried again later. */
export const TIMEOUT_MS = 10_000;

export const refused = (status: number): Error => Object.assign(new Error(`the push service answered ${status}`), { status });

/** What a service says of one device, or of us, is an answer; what it says of itself, and that it says nothing, is its fault. */
export const isServiceAway = (error: unknown): boolean => {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 0;
  return status === 0 || status === 429 || status >= 500;
};

const codeOf = (error: unknown): unknown => {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? error.code : codeOf(error.cause);
};

/** The message of a network's error names hosts and addresses; its code does not. */
export const failed = (error: unknown): Error => {
  const code = codeOf(error);
  return new Error(typeof code === "string" ? `the push service failed: ${code}` : "the push service failed");
};
