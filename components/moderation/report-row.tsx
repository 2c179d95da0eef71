"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { QueuedReport } from "#lib/contract/reports.ts";

const tones = {
  open: "bg-warn-soft text-warn",
  claimed: "bg-accent-soft text-accent-strong",
  decided: "bg-surface-2 text-text-2",
};

const useStatusWords = () => {
  const t = useTranslations("moderation.queue");
  return ({ status, claimedBy, outcome }: QueuedReport): string => {
    if (outcome) return t(`outcome.${outcome}`);
    return status === "claimed" && claimedBy ? t("claimedBy", { name: claimedBy.name }) : t("open");
  };
};

/** Where a report stands, as a pill. */
export const ReportStatusPill = ({ report }: { report: QueuedReport }) => {
  const words = useStatusWords();
  return (
    <span className={clsx("inline-flex items-center rounded-full px-2 py-0.5 font-semibold text-xs", tones[report.status])}>
      {words(report)}
    </span>
  );
};

/** A report in the queue: of whom, of what, by whom and since when. */
export const ReportRow = ({ report }: { report: QueuedReport }) => {
  const t = useTranslations("moderation");
  const { full } = useFormat();
  const { id, reported, reporter, reason, messageId, createdAt, similar } = report;
  return (
    <li>
      <Link href={`/admin/reports/${id}`} prefetch={false} className="grid gap-1 rounded-card border p-3.5 hover:bg-surface-2">
        <span className="flex flex-wrap items-center gap-2">
          <span dir="auto" className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {t(messageId ? "own.message" : "own.person", { name: reported.name })}
          </span>
          <ReportStatusPill report={report} />
          {similar > 0 && (
            <span className="rounded-full bg-danger-soft px-2 py-0.5 font-semibold text-danger text-xs">
              {t("queue.similar", { count: similar })}
            </span>
          )}
        </span>
        <span className="text-[14.5px]">{t(`reason.${reason}`)}</span>
        <LocalTime
          iso={createdAt}
          text={t("queue.by", { name: reporter.name, when: full(createdAt) })}
          className="text-[13px] text-text-2"
        />
      </Link>
    </li>
  );
};
