"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { DeadJob } from "#lib/contract/jobs.ts";

type DeadJobRowProps = { job: DeadJob; busy: boolean; onRetry: () => void; onDrop: () => void };

/** One job that failed for the last time: what it was, why it failed, and what can be done to it. */
export const DeadJobRow = ({ job, busy, onRetry, onDrop }: DeadJobRowProps) => {
  const t = useTranslations("jobs");
  const { full } = useFormat();
  const { name, attempts, reason, createdAt, failedAt } = job;
  const when = full(failedAt);
  return (
    <li className="grid gap-2 rounded-card border p-3.5">
      <h3 className="font-semibold [overflow-wrap:anywhere]">{name}</h3>
      <div className="text-[13px] text-text-2">
        <LocalTime iso={failedAt} text={t("failed", { when, attempts })} className="block" />
        <LocalTime iso={createdAt} text={t("created", { when: full(createdAt) })} className="block" />
      </div>
      <p dir="auto" className="rounded-card bg-surface-2 px-3 py-2 text-[14px] [overflow-wrap:anywhere]">
        <span className="sr-only">{t("reason")}: </span>
        {reason}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" size="s" disabled={busy} aria-label={t("dropNamed", { name, when })} onClick={onDrop}>
          {t("drop")}
        </Button>
        <Button size="s" busy={busy} aria-label={t("retryNamed", { name, when })} onClick={onRetry}>
          {t("retry")}
        </Button>
      </div>
    </li>
  );
};
