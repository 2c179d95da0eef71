"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { ReportDialog } from "./report-dialog.tsx";

type GroupReportProps = { conversation: ConversationSummary; onClose: () => void };

/** Whom of a group one reports, and then what for. */
export const GroupReport = ({ conversation: { id, participants }, onClose }: GroupReportProps) => {
  const t = useTranslations("moderation.report");
  const { self } = useRealtime();
  const [chosen, setChosen] = useState<{ userId: string; name: string }>();
  if (chosen) return <ReportDialog reported={{ conversationId: id, ...chosen }} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("whom")}
      description={t("whomBody")}
      actions={
        <Button variant="secondary" onClick={onClose}>
          {t("cancel")}
        </Button>
      }
    >
      <ul className="grid gap-1">
        {participants
          .filter(({ userId }) => userId !== self.userId)
          .map(({ userId, name }) => (
            <li key={userId}>
              <button
                type="button"
                onClick={() => setChosen({ userId, name })}
                className="flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-card px-2 text-start hover:bg-surface-2"
              >
                <Avatar userId={userId} name={name} size="s" />
                <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
                  {name}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  );
};
