"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useShownAlerts } from "#lib/client/use-shown-alerts.ts";
import type { Alert } from "#lib/contract/alerts.ts";
import { AlertLine } from "./alert-line.tsx";

export type AlertBarProps = { alerts: readonly Alert[]; userId: string };

/** False for the first moment: what stands in a live region when it appears is not read out. */
const useSecondLook = (): boolean => {
  const [isSecond, setSecond] = useState(false);
  useEffect(() => setSecond(true), []);
  return isSecond;
};

/** What admins tell everybody, the most urgent in full and the rest behind a button. */
export const AlertBar = ({ alerts, userId }: AlertBarProps) => {
  const t = useTranslations("alerts");
  const { shown, dismiss } = useShownAlerts(alerts, userId);
  const [isOpen, setOpen] = useState(false);
  const region = useRef<HTMLElement>(null);
  const isSecond = useSecondLook();
  const listed = isSecond ? shown.slice(0, isOpen ? shown.length : 1) : [];
  const hidden = shown.length - 1;
  const put = (one: Alert) => (
    <AlertLine
      key={one.id}
      alert={one}
      onDismiss={() => {
        dismiss(one.id);
        // What had the focus is gone: it stays near, or goes to the page.
        const next = hidden > 0 ? region.current : document.getElementById("content");
        next?.focus();
      }}
    />
  );
  return (
    <section
      ref={region}
      // Without a name it is no landmark: an empty one would be in the way.
      {...(shown.length > 0 ? { "aria-label": t("region") } : {})}
      tabIndex={-1}
      className="max-h-[40dvh] shrink-0 overflow-y-auto outline-none"
    >
      <div role="alert">{listed.filter(({ severity }) => severity === "critical").map(put)}</div>
      <div role="status">{listed.filter(({ severity }) => severity !== "critical").map(put)}</div>
      {hidden > 0 && (
        <div className="flex justify-center border-b bg-surface">
          <Button variant="quiet" size="s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t("less") : t("more", { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
};
