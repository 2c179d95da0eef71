"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { PublishedAlert } from "#lib/contract/alerts.ts";

const tones = {
  info: "bg-accent-soft text-accent-strong",
  warning: "bg-warn-soft text-warn",
  critical: "bg-danger-soft text-danger",
};

const pillClass = "inline-flex items-center rounded-full px-2 py-0.5 font-semibold text-xs";

type When = { iso: string; name: string; say: "publishedBy" | "endedBy" };

const Deed = ({ iso, name, say }: When) => {
  const t = useTranslations("alerts");
  const { full } = useFormat();
  return <LocalTime iso={iso} text={t(say, { when: full(iso), name })} className="block" />;
};

type AlertRowProps = { alert: PublishedAlert; busy: boolean; onEnd: () => void };

/** One announcement as it is kept: what it said, who said it, and whether it stands. */
export const AlertRow = ({ alert, busy, onEnd }: AlertRowProps) => {
  const t = useTranslations("alerts");
  const { severity, title, body, at, publishedBy, endedAt, endedBy } = alert;
  return (
    <li className="grid gap-2 rounded-card border p-3.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className={clsx(pillClass, tones[severity])}>{t(`severity.${severity}`)}</span>
        <span className={clsx(pillClass, endedAt === null ? "bg-accent text-on-accent" : "bg-surface-2 text-text-2")}>
          {t(endedAt === null ? "current" : "ended")}
        </span>
      </div>
      <div className="min-w-0">
        <h3 dir="auto" className="font-semibold [overflow-wrap:anywhere]">
          {title}
        </h3>
        <p dir="auto" className="mt-0.5 whitespace-pre-line text-[14.5px] [overflow-wrap:anywhere]">
          {body}
        </p>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="text-[13px] text-text-2">
          <Deed iso={at} name={publishedBy.name} say="publishedBy" />
          {endedAt !== null && <Deed iso={endedAt} name={endedBy?.name ?? ""} say="endedBy" />}
        </div>
        {endedAt === null && (
          <Button variant="secondary" size="s" busy={busy} aria-label={t("endNamed", { title })} onClick={onEnd}>
            {t("end")}
          </Button>
        )}
      </div>
    </li>
  );
};
