"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { writeNumber, writeShort } from "#lib/client/write-number.ts";
import type { PulseSample } from "#lib/contract/pulse.ts";

const ROW_MS = 300_000;

/** The last sample of each five minutes, the newest first. */
const rowsOf = (samples: readonly PulseSample[]): PulseSample[] => {
  const bySlot = new Map(samples.map((sample) => [Math.floor(Date.parse(sample.at) / ROW_MS), sample]));
  return [...bySlot.values()].reverse();
};

const cellClass = "whitespace-nowrap px-3 py-2 text-right tabular-nums";

/** What the charts show, in figures: for who cannot see them, or wants to know exactly. */
export const PulseTable = ({ samples }: { samples: readonly PulseSample[] }) => {
  const t = useTranslations("overview.table");
  const { clock } = useFormat();
  const columns = ["messages", "p50", "p95", "p99", "connections", "people", "errors", "waiting", "dead", "eventLoop"] as const;
  const valuesOf = ({ messages, delivery, connections, people, errors, jobs, eventLoopMs }: PulseSample) => ({
    messages: writeNumber(messages),
    p50: delivery ? writeShort(delivery.p50) : t("none"),
    p95: delivery ? writeShort(delivery.p95) : t("none"),
    p99: delivery ? writeShort(delivery.p99) : t("none"),
    connections: writeNumber(connections),
    people: writeNumber(people),
    errors: writeNumber(errors),
    waiting: jobs ? writeNumber(jobs.waiting) : t("none"),
    dead: jobs ? writeNumber(jobs.dead) : t("none"),
    eventLoop: writeShort(eventLoopMs),
  });
  return (
    <details className="min-w-0 rounded-panel border bg-surface shadow-1">
      <summary className="min-h-11 cursor-pointer px-4 py-3 font-medium text-sm">{t("open")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse pushes it along by keys */}
      <section tabIndex={0} aria-label={t("caption")} className="overflow-x-auto border-t">
        <table className="w-full text-[13px]">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr className="border-b text-[12px] text-text-2">
              <th scope="col" className="px-3 py-2 text-left font-medium">
                {t("time")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap px-3 py-2 text-right font-medium">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {rowsOf(samples).map((sample) => {
              const values = valuesOf(sample);
              return (
                <tr key={sample.at}>
                  <th scope="row" className="whitespace-nowrap px-3 py-2 text-left font-medium">
                    <LocalTime iso={sample.at} text={clock(sample.at)} />
                  </th>
                  {columns.map((column) => (
                    <td key={column} className={cellClass}>
                      {values[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
};
