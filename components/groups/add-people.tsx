"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Companion } from "#lib/client/companions.ts";
import { useGroups } from "#lib/client/use-groups.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { PeoplePicker } from "./people-picker.tsx";

type AddProps = { conversation: ConversationSummary; onAdded: (count: number) => void; onClose: () => void };

/** Brings more people into a group. */
export const AddPeople = ({ conversation: { id, openHistory, participants }, onAdded, onClose }: AddProps) => {
  const t = useTranslations("groups");
  const [chosen, setChosen] = useState<Companion[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { run, busy, problem } = useGroups();
  const add = async (): Promise<void> => {
    setChecked(true);
    const userIds = chosen.map(({ userId }) => userId);
    if (userIds.length > 0 && (await run((groups) => groups.add(id, userIds)))) onAdded(userIds.length);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("add")}
      description={t(openHistory ? "addBodyOpen" : "addBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button busy={busy} onClick={() => void add()}>
            {t("addNow")}
          </Button>
        </>
      }
    >
      <PeoplePicker
        chosen={chosen}
        onChange={setChosen}
        without={new Set(participants.map(({ userId }) => userId))}
        error={isChecked && chosen.length === 0 ? t("nobody") : undefined}
      />
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {problem}
      </p>
    </Dialog>
  );
};
