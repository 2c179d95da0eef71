"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { useOwnReports } from "#lib/client/use-reports.ts";
import type { OwnReport, OwnReports as Reports } from "#lib/contract/reports.ts";

const tones = {
  open: "bg-surface-2 text-text-2",
  claimed: "bg-accent-soft text-accent-strong",
  decided: "bg-surface-2 text-text-2",
};

const Row = ({ report: { person, messageId, reason, note, status, outcome, createdAt, decidedAt } }: { report: OwnReport }) => {
  const t = useTranslations("moderation");
  const { full } = useFormat();
  return (
    <li className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <span dir="auto" className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {t(messageId ? "own.message" : "own.person", { name: person.name })}
        </span>
        <span className={clsx("rounded-full px-2 py-0.5 font-semibold text-xs", tones[status])}>{t(`own.status.${status}`)}</span>
      </div>
      <p className="text-[14.5px]">{t(`reason.${reason}`)}</p>
      {note && (
        <p dir="auto" className="whitespace-pre-line text-[14.5px] text-text-2 [overflow-wrap:anywhere]">
          {note}
        </p>
      )}
      {outcome && <p className="font-medium text-[14.5px]">{t(`own.outcome.${outcome}`)}</p>}
      <p className="text-[13px] text-text-2">
        <LocalTime iso={createdAt} text={t("own.at", { date: full(createdAt) })} className="block" />
        {decidedAt && <LocalTime iso={decidedAt} text={t("own.decided", { date: full(decidedAt) })} className="block" />}
      </p>
    </li>
  );
};

/** What one has reported, and what became of it. */
export const OwnReports = ({ initial }: { initial: Reports }) => {
  const t = useTranslations("moderation.own");
  const items = useOwnReports(initial);
  return (
    <SettingsSection title={t("listTitle")} lead={t("lead")}>
      {items.length === 0 && <p className="text-text-2">{t("empty")}</p>}
      <ul className="divide-y empty:hidden">
        {items.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
    </SettingsSection>
  );
};
