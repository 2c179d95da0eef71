"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { checkReply, type ReplyFlaw, type ReplyFlaws } from "#lib/client/check-reply.ts";
import { fillReply } from "#lib/client/fill-reply.ts";
import { formatCalendarDate } from "#lib/client/format.ts";
import { type ReplyVariable, replyVariables } from "#lib/contract/reply-rules.ts";
import type { NewSavedReply, SavedReply } from "#lib/contract/saved-replies.ts";

/** A stay that is far enough from any day to show its years. */
const SAMPLE_STAY = { from: "2031-03-01", to: "2031-08-31" };

const Preview = ({ text }: { text: string }) => {
  const t = useTranslations("replies");
  const sample = {
    name: t("sample.name"),
    room: t("sample.room"),
    home: t("sample.home"),
    from: formatCalendarDate(SAMPLE_STAY.from),
    to: formatCalendarDate(SAMPLE_STAY.to),
  };
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-sm">{t("form.preview")}</p>
      <p dir="auto" className="whitespace-pre-wrap rounded-card border bg-surface px-3 py-2 text-[15px] [overflow-wrap:anywhere]">
        {text.trim() === "" ? <span className="text-text-2">{t("form.previewEmpty")}</span> : fillReply(text.trim(), sample)}
      </p>
    </div>
  );
};

const VariableButtons = ({ onChoose }: { onChoose: (variable: ReplyVariable) => void }) => {
  const t = useTranslations("replies");
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t("form.variables")}</legend>
      <div className="flex flex-wrap gap-2">
        {replyVariables.map((variable) => (
          <Button key={variable} variant="secondary" size="s" onClick={() => onChoose(variable)}>
            {t(`variables.${variable}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};

const useFlawWords = () => {
  const t = useTranslations("replies.invalid");
  return (flaw: ReplyFlaw | undefined): string | undefined => {
    if (!flaw) return undefined;
    if ("most" in flaw) return t(flaw.key, { most: String(flaw.most) });
    return "braces" in flaw ? t(flaw.key, { braces: flaw.braces }) : t(flaw.key);
  };
};

type ReplyFormProps = {
  /** The reply that is edited; absent for a new one. */
  reply?: SavedReply | undefined;
  busy: boolean;
  onSave: (reply: NewSavedReply) => void;
  onCancel: () => void;
};

/** One reply: what it is called, what it says, and how that may arrive. */
export const ReplyForm = ({ reply, busy, onSave, onCancel }: ReplyFormProps) => {
  const t = useTranslations("replies");
  const words = useFlawWords();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(reply?.text ?? "");
  const [flaws, setFlaws] = useState<ReplyFlaws>({});
  const field = (name: "title" | "text") => form.current?.elements.namedItem(name);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get("title") ?? "");
    const found = checkReply({ title, text });
    setFlaws(found);
    const first = found.title ? field("title") : found.text && field("text");
    if (first instanceof HTMLElement) first.focus();
    else onSave({ title: title.trim(), text: text.trim() });
  };

  /** Where the cursor is, as typing would. */
  const choose = (variable: ReplyVariable): void => {
    const area = field("text");
    if (!(area instanceof HTMLTextAreaElement)) return;
    const { selectionStart, selectionEnd } = area;
    const after = selectionStart + variable.length + 2;
    setText(`${text.slice(0, selectionStart)}{${variable}}${text.slice(selectionEnd)}`);
    area.focus();
    requestAnimationFrame(() => area.setSelectionRange(after, after));
  };

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-4 rounded-card border bg-surface-2 p-4">
      <TextField
        name="title"
        label={t("form.name")}
        hint={t("form.nameHint")}
        defaultValue={reply?.title ?? ""}
        error={words(flaws.title)}
        autoComplete="off"
        autoFocus
        required
      />
      <TextArea
        name="text"
        label={t("form.text")}
        hint={t("form.textHint")}
        rows={5}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={words(flaws.text)}
        required
      />
      <VariableButtons onChoose={choose} />
      <Preview text={text} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="s" busy={busy}>
          {t("save")}
        </Button>
        <Button variant="quiet" size="s" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
};
