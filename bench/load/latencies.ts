import { build } from "hdr-histogram-js";
import type { Quantiles } from "./requests.ts";

const MICROSECONDS = 1_000;

/** Times in milliseconds, kept to the microsecond in a histogram of three digits. */
export const createLatencies = () => {
  const histogram = build({ highestTrackableValue: 60_000 * MICROSECONDS, numberOfSignificantValueDigits: 3 });
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / MICROSECONDS;
  return {
    record: (ms: number): void => histogram.recordValue(Math.min(60_000, Math.max(0, ms)) * MICROSECONDS),
    quantiles: (): Quantiles => ({ p50: at(50), p95: at(95), p99: at(99), max: histogram.maxValue / MICROSECONDS }),
  };
};
