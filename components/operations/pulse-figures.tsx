"use client";

import { useTranslations } from "use-intl";
import { writeNumber, writeShort } from "#lib/client/write-number.ts";
import type { PulseSample } from "#lib/contract/pulse.ts";
import { FigureCard } from "./figure-card.tsx";

/** The figures of this moment; a dash where something could not be looked at. */
export const PulseFigures = ({ sample }: { sample: PulseSample }) => {
  const t = useTranslations("overview.figure");
  const { connections, people, messages, delivery, errors, eventLoopMs, pool, jobs, reports } = sample;
  const unknown = t("unknown");
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <FigureCard label={t("connections")} value={writeNumber(connections)} more={t("people", { count: people })} />
      <FigureCard label={t("messages")} value={writeNumber(messages)} />
      <FigureCard
        label={t("delivery")}
        value={delivery ? writeShort(delivery.p95) : unknown}
        unit={delivery ? t("ms") : undefined}
        more={delivery ? t("deliveryMore", { p50: writeShort(delivery.p50), p99: writeShort(delivery.p99) }) : t("noDelivery")}
      />
      <FigureCard
        label={t("jobs")}
        value={jobs ? writeNumber(jobs.waiting) : unknown}
        more={jobs ? t("dead", { count: jobs.dead }) : undefined}
        isBad={jobs !== null && jobs.dead > 0}
      />
      <FigureCard label={t("reports")} value={reports === null ? unknown : writeNumber(reports)} />
      <FigureCard label={t("errors")} value={writeNumber(errors)} />
      <FigureCard label={t("eventLoop")} value={writeShort(eventLoopMs)} unit={t("ms")} />
      <FigureCard
        label={t("pool")}
        value={t("poolUsed", { used: writeNumber(pool.used), size: writeNumber(pool.size) })}
        more={pool.waiting > 0 ? t("poolWaiting", { count: pool.waiting }) : undefined}
        isBad={pool.waiting > 0}
      />
    </dl>
  );
};
