import { type ErrorCode, errorCodes } from "#lib/contract/errors.ts";
import type { ErrorTally, PulseSample } from "#lib/contract/pulse.ts";
import type { Metrics } from "../ports.ts";
import { createSlidingCount } from "./sliding-count.ts";

const MINUTE_MS = 60_000;
/** A minute is the last twelve of these. */
const SLOT_MS = 5_000;
/** So many deliveries are remembered at the most: enough for a percentile, whatever a minute brings. */
const MOST_DELIVERIES = 2_000;

type Delivery = { at: number; ms: number };

/** The value that so many in a hundred are not above. `sorted` has one at least. */
const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

const isCode = (outcome: string): outcome is ErrorCode => Object.hasOwn(errorCodes, outcome);

/** The code that is answered with each status; of those that share 403 the plainest stands for all. */
const CODES = new Map<string, ErrorCode>(
  Object.entries(errorCodes).map(([code, { status }]): [string, ErrorCode] => [String(status), code as ErrorCode]),
);
CODES.set("403", "forbidden");

/** A page that is not there is nobody's error; one that fails is ours. */
const codeOfRequest = (route: string, status: string): ErrorCode | undefined =>
  route.startsWith("/api/") || Number(status) >= 500 ? CODES.get(status) : undefined;

/**
 * Stands before what counts and remembers the last minute of it, and the errors of the last hour. `now`: milliseconds of a clock
 * that never runs back.
 */
export const createPulseMeter = (inner: Metrics, { now = () => performance.now() } = {}) => {
  const messages = createSlidingCount<"stored">({ slotMs: SLOT_MS, slots: MINUTE_MS / SLOT_MS, now });
  const errors = createSlidingCount<"failed">({ slotMs: SLOT_MS, slots: MINUTE_MS / SLOT_MS, now });
  const errorsOfHour = createSlidingCount<ErrorCode>({ slotMs: MINUTE_MS, slots: 60, now });
  const deliveries: Delivery[] = [];
  let next = 0;

  const noteError = (code: ErrorCode | undefined, by: number): void => {
    if (code === undefined) return;
    errors.add("failed", by);
    errorsOfHour.add(code, by);
  };

  const note = (name: string, labels: { outcome?: unknown; status?: unknown; route?: unknown }, by: number): void => {
    const [outcome, status] = [String(labels.outcome), String(labels.status)];
    if (name === "uninest_messages_stored_total") messages.add("stored", by);
    if (name === "uninest_events_total" || name === "uninest_handshakes_total") {
      if (isCode(outcome)) noteError(outcome, by);
    }
    if (name === "uninest_http_requests_total") noteError(codeOfRequest(String(labels.route), status), by);
  };

  const metrics: Metrics = {
    count: (name, labels, by = 1) => {
      note(name, labels, by);
      inner.count(name, labels, by);
    },
    observe: (name, value, labels) => {
      if (name === "uninest_delivery_seconds") {
        deliveries[next] = { at: now(), ms: value * 1_000 };
        next = (next + 1) % MOST_DELIVERIES;
      }
      inner.observe(name, value, labels);
    },
    watch: inner.watch,
  };

  const delivery = (): PulseSample["delivery"] => {
    const since = now() - MINUTE_MS;
    const sorted = deliveries.flatMap(({ at, ms }) => (at > since ? [ms] : [])).sort((one, other) => one - other);
    if (sorted.length === 0) return null;
    return { p50: percentile(sorted, 50), p95: percentile(sorted, 95), p99: percentile(sorted, 99) };
  };

  return {
    metrics,
    lastMinute: (): Pick<PulseSample, "messages" | "delivery" | "errors"> => ({
      messages: messages.totals().get("stored") ?? 0,
      delivery: delivery(),
      errors: errors.totals().get("failed") ?? 0,
    }),
    errorsOfHour: (): ErrorTally => Object.fromEntries(errorsOfHour.totals()),
  };
};
export type PulseMeter = ReturnType<typeof createPulseMeter>;
