"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { BackLink } from "#components/homes/back-link.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { type HeldStep, useHeldCase } from "#lib/client/use-held-desk.ts";
import type { HeldCase as Case, HeldPlace } from "#lib/contract/held.ts";
import { CaseHistory } from "./case-history.tsx";
import { HeldEntry } from "./held-entry.tsx";
import { HeldPills } from "./held-queue.tsx";
import { SanctionWords } from "./sanction-words.tsx";
import { WordsDialog } from "./words-dialog.tsx";

/** Long words of a button, on a narrow screen. */
const wrapping = "whitespace-normal! py-2 text-left";

const Head = ({ held: { sender, accountSince, warned } }: { held: Case }) => {
  const t = useTranslations("moderation.held");
  const { full } = useFormat();
  return (
    <div className="grid gap-1.5">
      <h1 dir="auto" className="font-bold text-2xl tracking-tight [overflow-wrap:anywhere]">
        {sender.person.name}
      </h1>
      <p className="flex flex-wrap items-center gap-2">
        <HeldPills sender={sender} />
      </p>
      <LocalTime iso={accountSince} text={t("accountSince", { date: full(accountSince) })} className="text-[13px] text-text-2" />
      {sender.suspectedAt && (
        <Notice tone="warn" className="mt-1.5">
          {t("suspectedLead", { count: warned })}
        </Notice>
      )}
    </div>
  );
};

const StepError = ({ error }: { error: Error }) => {
  const t = useTranslations("moderation.held");
  return asApiError(error).code === "conflict" ? t("conflict") : <FormErrorText key={error.message} error={error} />;
};

const Before = ({ held: { sender, history, sanctions } }: { held: Case }) => {
  const t = useTranslations("moderation");
  return (
    <SettingsSection title={t("held.before")}>
      <div className="grid gap-4">
        <CaseHistory name={t("held.person", { name: sender.person.name })} history={history} />
        {sanctions.length === 0 ? (
          <p className="text-text-2">{t("case.noSanctions")}</p>
        ) : (
          <ul className="divide-y">
            {sanctions.map((sanction) => (
              <li key={sanction.id} className="py-3 first:pt-0 last:pb-0">
                <SanctionWords sanction={sanction} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </SettingsSection>
  );
};

type Asked = { refuse: HeldPlace } | "genuine" | "taken-over";

/** All of a person that waits, and the decisions about it: one by one, or about the whole account. */
export const HeldCase = ({ initial }: { initial: Case }) => {
  const t = useTranslations("moderation.held");
  const { held, step } = useHeldCase(initial);
  const [asked, setAsked] = useState<Asked>();
  const [told, setTold] = useState("");
  const { sender, messages } = held;
  const { name } = sender.person;
  const ask = (next: Asked): void => {
    step.reset();
    setTold("");
    setAsked(next);
  };
  const close = () => setAsked(undefined);
  const take = (wanted: HeldStep, words: string): void => {
    setTold("");
    step.mutate(wanted, {
      onSuccess: () => {
        close();
        setTold(words);
      },
    });
  };
  const isDone = messages.length === 0 && sender.suspectedAt === null;

  return (
    <>
      <BackLink href="/admin/held">{t("back")}</BackLink>
      <Head held={held} />
      <SettingsSection title={t("messages")} lead={t("messagesLead")}>
        {messages.length === 0 && <p className="text-text-2">{t("noMessages", { name })}</p>}
        <ol aria-label={t("messages")} className="grid gap-3 empty:hidden">
          {messages.map((entry) => {
            const place = { conversationId: entry.conversationId, messageId: entry.messageId };
            return (
              <HeldEntry
                key={entry.messageId}
                entry={entry}
                busy={step.isPending}
                onRelease={() => take({ do: "release", ...place }, t("released"))}
                onRefuse={() => ask({ refuse: place })}
              />
            );
          })}
        </ol>
      </SettingsSection>
      <Before held={held} />
      <SettingsSection title={t("decide")} lead={t("decideLead")}>
        <div className="grid gap-3">
          {!isDone && (
            <div className="flex flex-wrap gap-2">
              <Button className={wrapping} onClick={() => ask("genuine")}>
                {t("genuine")}
              </Button>
              <Button variant="secondary" className={wrapping} onClick={() => ask("taken-over")}>
                {t("takenOver")}
              </Button>
            </div>
          )}
          <p role="status" className="text-[14px] text-text-2 empty:hidden">
            {told}
          </p>
          <FormAlert>{step.error && asked === undefined && <StepError error={step.error} />}</FormAlert>
        </div>
      </SettingsSection>
      {asked === "genuine" && (
        <Dialog
          open
          onOpenChange={close}
          title={t("genuineTitle", { name })}
          description={t("genuineBody")}
          actions={
            <>
              <Button variant="secondary" onClick={close}>
                {t("cancel")}
              </Button>
              <Button busy={step.isPending} onClick={() => take({ do: "genuine" }, t("settledGenuine"))}>
                {t("genuineAction")}
              </Button>
            </>
          }
        >
          <FormAlert>{step.error && <StepError error={step.error} />}</FormAlert>
        </Dialog>
      )}
      {asked === "taken-over" && (
        <WordsDialog
          title={t("takenOverTitle")}
          body={t("takenOverBody", { name })}
          label={t("takenOverReason", { name })}
          action={t("takenOverAction")}
          isNeeded
          busy={step.isPending}
          error={step.error}
          onClose={close}
          onConfirm={(reason) => take({ do: "taken-over", reason }, t("settledTakenOver"))}
        />
      )}
      {asked && typeof asked === "object" && (
        <WordsDialog
          title={t("refuseTitle")}
          body={t("refuseBody", { name })}
          label={t("refuseReason")}
          action={t("refuse")}
          isNeeded
          busy={step.isPending}
          error={step.error}
          onClose={close}
          onConfirm={(reason) => take({ do: "refuse", ...asked.refuse, reason }, t("refused"))}
        />
      )}
    </>
  );
};
