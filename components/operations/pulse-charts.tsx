"use client";

import { useTranslations } from "use-intl";
import { writeMs, writeNumber } from "#lib/client/write-number.ts";
import type { PulseSample } from "#lib/contract/pulse.ts";
import { LineChart } from "./line-chart.tsx";

/** The last hour in pictures. */
export const PulseCharts = ({ samples }: { samples: readonly PulseSample[] }) => {
  const t = useTranslations("overview.chart");
  const to = Date.parse(samples.at(-1)?.at ?? "");
  const points = (read: (sample: PulseSample) => number | null) =>
    samples.map((sample) => ({ at: Date.parse(sample.at), value: read(sample) }));
  const inMs = (value: number): string => t("ms", { value: writeMs(value) });
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <LineChart
        title={t("messages")}
        to={to}
        write={writeNumber}
        lines={[{ label: t("messages"), tone: "accent", points: points(({ messages }) => messages) }]}
      />
      <LineChart
        title={t("delivery")}
        to={to}
        write={inMs}
        lines={[
          { label: t("p50"), tone: "accent", points: points(({ delivery }) => delivery?.p50 ?? null) },
          { label: t("p95"), tone: "blue", points: points(({ delivery }) => delivery?.p95 ?? null) },
          { label: t("p99"), tone: "warn", points: points(({ delivery }) => delivery?.p99 ?? null) },
        ]}
      />
      <LineChart
        title={t("connections")}
        to={to}
        write={writeNumber}
        lines={[
          { label: t("sockets"), tone: "accent", points: points(({ connections }) => connections) },
          { label: t("people"), tone: "blue", points: points(({ people }) => people) },
        ]}
      />
      <LineChart
        title={t("errors")}
        to={to}
        write={writeNumber}
        lines={[{ label: t("errors"), tone: "danger", points: points(({ errors }) => errors) }]}
      />
      <LineChart
        title={t("jobs")}
        to={to}
        write={writeNumber}
        lines={[
          { label: t("waiting"), tone: "accent", points: points(({ jobs }) => jobs?.waiting ?? null) },
          { label: t("dead"), tone: "danger", points: points(({ jobs }) => jobs?.dead ?? null) },
        ]}
      />
      <LineChart
        title={t("eventLoop")}
        to={to}
        write={inMs}
        lines={[{ label: t("eventLoop"), tone: "accent", points: points(({ eventLoopMs }) => eventLoopMs) }]}
      />
    </div>
  );
};
