"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type AlertFlaw, type AlertFlaws, checkAlert } from "#lib/client/check-alert.ts";
import type { NewAlert } from "#lib/contract/alerts.ts";
import { SeverityChoice } from "./severity-choice.tsx";

const EMPTY: NewAlert = { severity: "info", title: "", body: "" };

const useFlawWords = () => {
  const t = useTranslations("alerts.invalid");
  return (flaw: AlertFlaw | undefined): string | undefined => {
    if (!flaw) return undefined;
    return "most" in flaw ? t(flaw.key, { most: String(flaw.most) }) : t(flaw.key);
  };
};

type AlertFormProps = {
  busy: boolean;
  /** What has come of it. */
  told: string;
  onPublish: (alert: NewAlert, onDone: () => void) => void;
};

/** A new announcement. What is written stays until it is published. */
export const AlertForm = ({ busy, told, onPublish }: AlertFormProps) => {
  const t = useTranslations("alerts.form");
  const words = useFlawWords();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(EMPTY);
  const [flaws, setFlaws] = useState<AlertFlaws>({});
  const put = (part: Partial<NewAlert>) => setDraft((held) => ({ ...held, ...part }));

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = checkAlert(draft);
    setFlaws(found);
    const first = form.current?.elements.namedItem(found.title ? "title" : found.body ? "body" : "");
    if (first instanceof HTMLElement) first.focus();
    else onPublish({ ...draft, title: draft.title.trim(), body: draft.body.trim() }, () => setDraft(EMPTY));
  };

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-4">
      <LiveFields>
        <SeverityChoice chosen={draft.severity} onChange={(severity) => put({ severity })} />
        <TextField
          name="title"
          label={t("title")}
          placeholder={t("titlePlaceholder")}
          dir="auto"
          value={draft.title}
          onChange={(event) => put({ title: event.target.value })}
          error={words(flaws.title)}
          autoComplete="off"
          required
        />
        <TextArea
          name="body"
          label={t("body")}
          hint={t("bodyHint")}
          rows={4}
          dir="auto"
          value={draft.body}
          onChange={(event) => put({ body: event.target.value })}
          error={words(flaws.body)}
          required
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={busy}>
            {t("publish")}
          </Button>
          <span role="status" className="text-[14px] text-text-2">
            {told}
          </span>
        </div>
      </LiveFields>
    </form>
  );
};
