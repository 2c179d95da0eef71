"use client";

import { useTranslations } from "use-intl";
import { writeShort } from "#lib/client/write-number.ts";
import type { PulseSample } from "#lib/contract/pulse.ts";
import { type ChartSpan, LineChart } from "./line-chart.tsx";

const MINUTE_MS = 60_000;
const SHORTEST_MS = 5 * MINUTE_MS;

/** From the first sample to the last, in whole minutes: an hour at the most, and never too little to be seen. */
const spanOf = (samples: readonly PulseSample[]): ChartSpan => {
  const [from, to] = [samples.at(0), samples.at(-1)].map((sample) => Date.parse(sample?.at ?? "")) as [number, number];
  const length = Math.min(60 * MINUTE_MS, Math.max(SHORTEST_MS, Math.ceil((to - from) / MINUTE_MS) * MINUTE_MS));
  return { from: to - length, to, minutes: length / MINUTE_MS };
};

/** The last hour in pictures. */
export const PulseCharts = ({ samples }: { samples: readonly PulseSample[] }) => {
  const t = useTranslations("overview.chart");
  const span = spanOf(samples);
  const points = (read: (sample: PulseSample) => number | null) =>
    samples.map((sample) => ({ at: Date.parse(sample.at), value: read(sample) }));
  const inMs = (value: number): string => t("ms", { value: writeShort(value) });
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <LineChart
        title={t("messages")}
        span={span}
        write={writeShort}
        lines={[{ label: t("messages"), tone: "accent", points: points(({ messages }) => messages) }]}
      />
      <LineChart
        title={t("delivery")}
        span={span}
        write={inMs}
        lines={[
          { label: t("p50"), tone: "accent", points: points(({ delivery }) => delivery?.p50 ?? null) },
          { label: t("p95"), tone: "blue", points: points(({ delivery }) => delivery?.p95 ?? null) },
          { label: t("p99"), tone: "warn", points: points(({ delivery }) => delivery?.p99 ?? null) },
        ]}
      />
      <LineChart
        title={t("connections")}
        span={span}
        write={writeShort}
        lines={[
          { label: t("sockets"), tone: "accent", points: points(({ connections }) => connections) },
          { label: t("people"), tone: "blue", points: points(({ people }) => people) },
        ]}
      />
      <LineChart
        title={t("errors")}
        span={span}
        write={writeShort}
        lines={[{ label: t("errors"), tone: "danger", points: points(({ errors }) => errors) }]}
      />
      <LineChart
        title={t("jobs")}
        span={span}
        write={writeShort}
        lines={[
          { label: t("waiting"), tone: "accent", points: points(({ jobs }) => jobs?.waiting ?? null) },
          { label: t("dead"), tone: "danger", points: points(({ jobs }) => jobs?.dead ?? null) },
        ]}
      />
      <LineChart
        title={t("eventLoop")}
        span={span}
        write={inMs}
        lines={[{ label: t("eventLoop"), tone: "accent", points: points(({ eventLoopMs }) => eventLoopMs) }]}
      />
    </div>
  );
};
