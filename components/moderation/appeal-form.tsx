"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { countCodePoints } from "#lib/client/code-points.ts";
import { sanctionLimits } from "#lib/contract/sanction-rules.ts";

type AppealFormProps = { busy: boolean; error: Error | null; onSend: (text: string) => void };

/** What somebody has to say against what was done to them. */
export const AppealForm = ({ busy, error, onSend }: AppealFormProps) => {
  const t = useTranslations("moderation.sanctions");
  const [text, setText] = useState("");
  const [flaw, setFlaw] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = text.trim();
    const isTooLong = countCodePoints(said) > sanctionLimits.appealCharacters;
    const found =
      said === "" ? t("appealMissing") : isTooLong ? t("tooLong", { most: String(sanctionLimits.appealCharacters) }) : undefined;
    setFlaw(found);
    if (!found) onSend(said);
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-3">
      <TextArea
        name="appeal"
        label={t("appealLabel")}
        hint={t("appealHint")}
        rows={4}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={flaw}
      />
      <div>
        <Button type="submit" size="s" busy={busy}>
          {t("appealSend")}
        </Button>
      </div>
      <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
    </form>
  );
};
