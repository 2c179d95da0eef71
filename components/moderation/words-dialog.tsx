"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { limits } from "#lib/contract/limits.ts";

type WordsDialogProps = {
  title: string;
  body: string;
  label: string;
  action: string;
  isNeeded: boolean;
  busy: boolean;
  error: Error | null;
  onClose: () => void;
  onConfirm: (words: string) => void;
};

/** Asks once more, and for a word about it. */
export const WordsDialog = ({ title, body, label, action, isNeeded, busy, error, onClose, onConfirm }: WordsDialogProps) => {
  const t = useTranslations("moderation.act");
  const formId = useId();
  const [words, setWords] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isMissing = isNeeded && words.trim() === "";
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) onConfirm(words.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={body}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" form={formId} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
        <TextField
          name="words"
          label={label}
          maxLength={limits.reasonCharacters}
          autoComplete="off"
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          error={isAsked && isMissing ? t("reasonMissing") : undefined}
        />
        <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
      </form>
    </Dialog>
  );
};
