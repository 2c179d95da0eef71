"use client";

import clsx from "clsx";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { DeskList } from "#components/admin/desk-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type QueueShow, useReportQueue } from "#lib/client/use-report-queue.ts";
import type { ReportPage } from "#lib/contract/reports.ts";
import { ReportRow } from "./report-row.tsx";

const shows = ["waiting", "decided"] as const;

const Filters = ({ current }: { current: QueueShow }) => {
  const t = useTranslations("moderation.queue");
  return (
    <nav aria-label={t("filters")}>
      <ul className="flex flex-wrap gap-1">
        {shows.map((show) => (
          <li key={show}>
            <Link
              href={show === "waiting" ? "/admin/reports" : "/admin/reports?show=decided"}
              prefetch={false}
              aria-current={show === current ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-11 items-center rounded-full px-4 font-medium text-[14px] md:min-h-9",
                show === current ? "bg-accent-soft text-accent-strong" : "text-text-2 hover:bg-surface-2",
              )}
            >
              {t(`show.${show}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The reports that wait for a decision, and those that are closed. */
export const ReportQueue = ({ show, initial }: { show: QueueShow; initial: ReportPage }) => {
  const t = useTranslations("moderation.queue");
  const { items, isStale, more } = useReportQueue(show, initial);
  return (
    <SettingsSection title={t("listTitle")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <Filters current={show} />
        <DeskList
          label={t(`show.${show}`)}
          isEmpty={items.length === 0}
          empty={
            <EmptyState
              icon={<ShieldCheck className="size-7" />}
              heading="h3"
              title={t(`empty.${show}`)}
              body={t("emptyBody")}
              className="py-4"
            />
          }
          problem={isStale && t("stale")}
          more={more}
          moreLabel={t("more")}
          moreFailed={t("moreFailed")}
        >
          {items.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </DeskList>
      </div>
    </SettingsSection>
  );
};
