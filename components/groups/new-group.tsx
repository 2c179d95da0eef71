"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Companion } from "#lib/client/companions.ts";
import { useGroups } from "#lib/client/use-groups.ts";
import { limits } from "#lib/contract/limits.ts";
import { PeoplePicker } from "./people-picker.tsx";

type NewGroupProps = { onClose: () => void; onMade: (id: string) => void };

/** What a new group is called and who is in it. */
export const NewGroup = ({ onClose, onMade }: NewGroupProps) => {
  const t = useTranslations("groups");
  const form = useId();
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<Companion[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { run, busy, problem } = useGroups();
  const name = title.trim();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (busy || name === "" || chosen.length === 0) return;
    const userIds = chosen.map(({ userId }) => userId);
    await run(async ({ make }) => onMade(await make(name, userIds)));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("make")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" form={form} busy={busy}>
            {t("create")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t("title")}
          hint={t("titleHint")}
          error={isChecked && name === "" ? t("titleMissing") : undefined}
          value={title}
          dir="auto"
          maxLength={limits.groupTitleCharacters}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        <PeoplePicker chosen={chosen} onChange={setChosen} error={isChecked && chosen.length === 0 ? t("nobody") : undefined} />
        <p role="alert" className="text-[14px] text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
};
