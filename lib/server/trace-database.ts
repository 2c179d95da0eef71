import type { Around } from "#lib/db/client.ts";
import type { Tracer } from "#lib/domain/ports.ts";

/** Shows each piece of work of the database in the trace of what it is for, its wait for a connection included. */
export const traceDatabase =
  (tracer: Tracer): Around =>
  (kind, work) =>
    tracer.within(`database ${kind}`, async (span) => {
      try {
        const result = await work();
        span.end({});
        return result;
      } catch (error) {
        span.end({}, true);
        throw error;
      }
    });
