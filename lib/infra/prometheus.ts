import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type MetricName, metrics } from "#lib/contract/metrics.ts";
import type { Metrics } from "#lib/domain/ports.ts";

type Look = Parameters<Metrics["watch"]>[0];

/** What is in no list is one series, however much of it there is. */
const OTHER = "other";

const isOfKind =
  (kind: string) =>
  ([, metric]: [string, (typeof metrics)[MetricName]]): boolean =>
    metric.kind === kind;

export type Prometheus = { metrics: Metrics; text: () => Promise<string> };

/** Counts in memory what `lib/contract/metrics.ts` names, and says it in Prometheus's text. Nothing of it is shared with another one. */
export const createPrometheus = (): Prometheus => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const named = Object.entries(metrics) as [MetricName, (typeof metrics)[MetricName]][];

  const allowed = new Map(
    named.map(([name, { labels }]) => [
      name,
      Object.entries(labels).map(([label, values]): [string, Set<string>] => [label, new Set(values)]),
    ]),
  );
  const closed = (name: MetricName, labels: Readonly<Record<string, unknown>>): Record<string, string> => {
    const result: Record<string, string> = {};
    for (const [label, values] of allowed.get(name) ?? []) {
      const value = String(labels[label]);
      result[label] = values.has(value) ? value : OTHER;
    }
    return result;
  };

  const optionsOf = ([name, { help, labels }]: (typeof named)[number]) => ({
    name,
    help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  const counters = new Map<string, Counter>(
    named.filter(isOfKind("counter")).map((one) => [one[0], new Counter(optionsOf(one))]),
  );
  const gauges = new Map<string, Gauge>(named.filter(isOfKind("gauge")).map((one) => [one[0], new Gauge(optionsOf(one))]));
  const histograms = new Map<string, Histogram>(
    named.filter(isOfKind("histogram")).map((one) => {
      const buckets = "buckets" in one[1] ? [...one[1].buckets] : [];
      return [one[0], new Histogram({ ...optionsOf(one), buckets })];
    }),
  );

  const looks: Look[] = [];
  /** What cannot be looked at now is left out: a number of a while ago would be taken for one of now. */
  const look = async (): Promise<void> => {
    for (const gauge of gauges.values()) gauge.reset();
    await Promise.all(
      looks.map(async (read) => {
        const readings = await read().catch(() => ({}));
        for (const [name, values] of Object.entries(readings))
          for (const { labels, value } of values) gauges.get(name)?.set(closed(name as MetricName, labels), value);
      }),
    );
  };

  return {
    metrics: {
      count: (name, labels, by = 1) => counters.get(name)?.inc(closed(name, labels), by),
      observe: (name, value, labels) => histograms.get(name)?.observe(closed(name, labels), value),
      watch: (read) => void looks.push(read),
    },
    text: async () => {
      await look();
      return registry.metrics();
    },
  };
};
