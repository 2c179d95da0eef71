"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useAskViewing, type ViewingAsk } from "#lib/client/use-ask-viewing.ts";
import { useSlotForm } from "#lib/client/use-slot-form.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Viewing, ViewingKind } from "#lib/contract/viewings.ts";
import { StepProblem } from "./step-problem.tsx";
import { TimeFields } from "./time-fields.tsx";

const KINDS: readonly ViewingKind[] = ["on_site", "video"];

const KindChoice = ({ kind, onChoose }: { kind: ViewingKind; onChoose: (kind: ViewingKind) => void }) => {
  const t = useTranslations("viewings");
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{t("ask.kind")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {KINDS.map((one) => (
          <label key={one} className="flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="radio"
              name="viewing-kind"
              checked={kind === one}
              onChange={() => onChoose(one)}
              className="size-4 accent-accent"
            />
            {t(`kind.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const Message = ({ text, onWrite }: { text: string; onWrite: (text: string) => void }) => {
  const t = useTranslations("viewings.ask");
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t("message")}
      </label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={text}
        maxLength={limits.contentCharacters}
        onChange={(event) => onWrite(event.target.value)}
        className="rounded-card border border-line-control bg-surface px-3 py-2 text-[16px] md:text-[15px]"
      />
    </div>
  );
};

export type AskTarget = Pick<ViewingAsk, "listingId" | "roomId" | "conversationId">;

type AskDialogProps = {
  title: string;
  target: AskTarget;
  /** Where the home is: its times are meant on its clock. */
  home: { city: string; timeZone: string };
  otherName: string;
  onAsked: (viewing: Viewing) => void;
  onClose: () => void;
};

/** Asks to see a home, or to show it. */
export const AskDialog = ({ title, target, home, otherName, onAsked, onClose }: AskDialogProps) => {
  const t = useTranslations("viewings.ask");
  const form = useSlotForm(home.timeZone);
  const [kind, setKind] = useState<ViewingKind>("on_site");
  const [text, setText] = useState("");
  const { mutate, isPending, isSuccess, error } = useAskViewing(onAsked);
  const busy = isPending || isSuccess;
  const send = (despiteOverlap: boolean) => {
    const slots = form.read();
    const message = text.trim();
    if (slots) mutate({ ...target, kind, slots, despiteOverlap, ...(message ? { message } : {}) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={t("lead", { name: otherName })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button busy={busy} onClick={() => send(false)}>
            {t("send")}
          </Button>
        </>
      }
    >
      <KindChoice kind={kind} onChoose={setKind} />
      <TimeFields form={form} city={home.city} />
      <Message text={text} onWrite={setText} />
      <StepProblem error={error} busy={busy} onDespite={() => send(true)} />
    </Dialog>
  );
};
