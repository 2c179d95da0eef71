"use client";

import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Alert } from "#lib/contract/alerts.ts";

const looks = {
  info: { line: "border-line bg-accent-soft", icon: <Info aria-hidden="true" className="size-5 text-accent-strong" /> },
  warning: { line: "border-warn-line bg-warn-soft", icon: <TriangleAlert aria-hidden="true" className="size-5 text-warn" /> },
  critical: { line: "border-danger/40 bg-danger-soft", icon: <CircleAlert aria-hidden="true" className="size-5 text-danger" /> },
};

type AlertLineProps = {
  alert: Pick<Alert, "severity" | "title" | "body">;
  /** Absent: it cannot be put away. */
  onDismiss?: (() => void) | undefined;
};

/** One announcement across the page. */
export const AlertLine = ({ alert: { severity, title, body }, onDismiss }: AlertLineProps) => {
  const t = useTranslations("alerts");
  const { line, icon } = looks[severity];
  return (
    <div data-severity={severity} className={clsx("border-b text-[14px] text-text", line)}>
      <div className="mx-auto grid max-w-[1236px] grid-cols-[auto_minmax(0,1fr)_auto] gap-2.5 py-1.5 pr-1.5 pl-4 md:pl-7">
        <span className="mt-2">
          {icon}
          <span className="sr-only">{t(`severity.${severity}`)}</span>
        </span>
        <p dir="auto" className="whitespace-pre-line py-2 leading-snug [overflow-wrap:anywhere]">
          <b className="mr-1.5 font-semibold">{title}</b>
          {body}
        </p>
        {onDismiss && (
          <IconButton
            label={t("dismiss", { title })}
            icon={<X aria-hidden="true" className="size-4.5" />}
            onClick={onDismiss}
            className="size-9"
          />
        )}
      </div>
    </div>
  );
};
