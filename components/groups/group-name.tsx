"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useGroups } from "#lib/client/use-groups.ts";
import { limits } from "#lib/contract/limits.ts";

type NameProps = { id: string; title: string; onRenamed: () => void };

/** What a group is called, for who may change it. */
export const GroupName = ({ id, title, onRenamed }: NameProps) => {
  const t = useTranslations("groups");
  const [written, setWritten] = useState<string | null>(null);
  const { run, busy, problem } = useGroups();
  const value = written ?? title;
  const name = value.trim();
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || name === "" || name === title) return;
    if (!(await run((groups) => groups.rename(id, name)))) return;
    setWritten(null);
    onRenamed();
  };
  return (
    <form onSubmit={(event) => void rename(event)} noValidate className="flex items-start gap-2">
      <TextField
        label={t("title")}
        error={name === "" ? t("titleMissing") : (problem ?? undefined)}
        value={value}
        dir="auto"
        maxLength={limits.groupTitleCharacters}
        autoComplete="off"
        onChange={(event) => setWritten(event.target.value)}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="secondary" busy={busy} disabled={name === "" || name === title} className="mt-[27px]">
        {t("rename")}
      </Button>
    </form>
  );
};
