import { Logger } from "graphile-worker";
import type { Log } from "#lib/domain/ports.ts";

/** What the library has to say, without what it quotes: a failed job is told of by us, and names nobody. */
export const createGraphileLog = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    if (meta?.failure) return;
    const isTrouble = level === "error" || level === "warning";
    if (isTrouble) log.warn({ error: meta?.error }, `jobs: ${message}`);
    else log.debug({}, `jobs: ${message}`);
  });
