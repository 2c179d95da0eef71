"use client";

import clsx from "clsx";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { areaPath, type ChartPoint, linePath, roundTop } from "#lib/client/chart-shape.ts";

const tones = { accent: "text-accent", blue: "text-tick-read", warn: "text-warn", danger: "text-danger" } as const;

type ChartLine = { label: string; tone: keyof typeof tones; points: readonly ChartPoint[] };

/** The time that is shown, in ms. */
export type ChartSpan = { from: number; to: number; minutes: number };

type LineChartProps = {
  title: string;
  lines: readonly ChartLine[];
  span: ChartSpan;
  /** How a value is written at the edge. */
  write: (value: number) => string;
};

const WIDTH = 600;
const HEIGHT = 150;

/** Lines over some time. The picture is for eyes; `PulseTable` says the same in figures. */
export const LineChart = ({ title, lines, span, write }: LineChartProps) => {
  const t = useTranslations("overview");
  const id = useId();
  const top = roundTop(Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0))));
  const frame = { from: span.from, to: span.to, top, width: WIDTH, height: HEIGHT };
  const [first] = lines;
  return (
    <figure aria-labelledby={id} className="min-w-0 rounded-panel border bg-surface p-4 shadow-1">
      <figcaption id={id} className="font-medium text-sm text-text-2">
        {title}
      </figcaption>
      <div aria-hidden="true" className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-[11px] text-text-3 tabular-nums">
        <div className="flex h-[150px] flex-col justify-between text-right leading-none">
          <span>{write(top)}</span>
          <span>{write(top / 2)}</span>
          <span>{write(0)}</span>
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="h-[150px] w-full overflow-visible">
          <title>{title}</title>
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <line key={y} x1="0" x2={WIDTH} y1={y} y2={y} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {lines.length === 1 && first && <path d={areaPath(first.points, frame)} className="fill-accent-soft" />}
          {lines.map(({ label, tone, points }) => (
            <path
              key={label}
              d={linePath(points, frame)}
              className={clsx("fill-none", tones[tone])}
              stroke="currentColor"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div />
        <div className="mt-1.5 flex justify-between">
          <span>{t("ago", { minutes: span.minutes })}</span>
          <span>{t("now")}</span>
        </div>
      </div>
      {lines.length > 1 && (
        <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[12.5px] text-text-2">
          {lines.map(({ label, tone }) => (
            <li key={label} className="flex items-center gap-1.5">
              <span className={clsx("h-[3px] w-3.5 rounded-full bg-current", tones[tone])} />
              {label}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
};
