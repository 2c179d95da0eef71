"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "#components/ui/switch.tsx";
import { useGroups } from "#lib/client/use-groups.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

type HistoryProps = { conversation: ConversationSummary; leads: boolean; onDone: (words: string) => void };

/** Whether new members see what was said before: a switch for who may change it, words for everybody else. */
export const GroupHistory = ({ conversation, leads, onDone }: HistoryProps) => {
  const t = useTranslations("groups");
  const { run, busy, problem } = useGroups();
  const [wanted, setWanted] = useState(false);
  const isOpen = conversation.openHistory === true;
  if (!leads) return <p className="text-[14px] text-text-2">{t(isOpen ? "historyOpen" : "historyShut")}</p>;
  const turn = async (open: boolean): Promise<void> => {
    if (busy) return;
    setWanted(open);
    if (await run((groups) => groups.openHistory(conversation.id, open))) onDone(t(open ? "historyOpened" : "historyClosed"));
  };
  return (
    <div className="grid gap-1.5">
      <Switch
        label={t("history")}
        hint={t("historyHint")}
        // As it will be, until it is known whether it is.
        checked={busy ? wanted : isOpen}
        onChange={(open) => void turn(open)}
      />
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
};
