"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import type { QueuedReport } from "#lib/contract/reports.ts";
import type { ActKind } from "./act-dialog.tsx";

type CaseActionsProps = {
  report: QueuedReport;
  isClaiming: boolean;
  onClaim: () => void;
  onAct: (kind: ActKind) => void;
  onDecide: (outcome: "acted" | "dismissed") => void;
};

/** What a moderator may do about the reported one, least first. */
const acts = ["warn", "remove", "remove-all", "silence", "kick", "ban"] as const satisfies readonly ActKind[];

/** Take it on, do something about it, close it. */
export const CaseActions = ({ report, isClaiming, onClaim, onAct, onDecide }: CaseActionsProps) => {
  const t = useTranslations("moderation");
  const { status, messageId } = report;
  return (
    <div className="grid gap-4">
      {status === "open" && (
        <div>
          <Button busy={isClaiming} onClick={onClaim}>
            {t("case.claim")}
          </Button>
        </div>
      )}
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">{t("case.acts", { name: report.reported.name })}</legend>
        <div className="flex flex-wrap gap-2">
          {acts
            .filter((kind) => kind !== "remove" || messageId !== null)
            .map((kind) => (
              <Button key={kind} variant="secondary" size="s" onClick={() => onAct(kind)}>
                {t(`act.do.${kind}`)}
              </Button>
            ))}
        </div>
      </fieldset>
      {status !== "decided" && (
        <div className="flex flex-wrap gap-2 border-t pt-4">
          <Button onClick={() => onDecide("acted")}>{t("case.closeActed")}</Button>
          <Button variant="secondary" onClick={() => onDecide("dismissed")}>
            {t("case.closeDismissed")}
          </Button>
        </div>
      )}
    </div>
  );
};
