"use client";

import { useTranslations } from "use-intl";
import { AppealForm } from "#components/moderation/appeal-form.tsx";
import { AppealState } from "#components/moderation/appeal-state.tsx";
import { SanctionWords } from "#components/moderation/sanction-words.tsx";
import { useKeptOutAppeal } from "#lib/client/use-kept-out-appeal.ts";

/** Why somebody may not sign in, and the way to say something against it, right below the refusal. */
export const KeptOutAppeal = ({ token }: { token: string }) => {
  const t = useTranslations("accounts.keptOut");
  const { ban, isError, appeal } = useKeptOutAppeal(token);
  if (isError) return <p className="text-text-2">{t("failed")}</p>;
  if (!ban) return null;
  return (
    <section aria-label={t("title")} className="mt-6 grid gap-3 border-t pt-5">
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <div className="grid gap-1">
        <SanctionWords sanction={ban} />
      </div>
      {ban.appeal ? (
        <>
          <AppealState appeal={ban.appeal} />
          <p className="text-[13.5px] text-text-2">{t("answer")}</p>
        </>
      ) : (
        <AppealForm busy={appeal.isPending} error={appeal.error} onSend={(text) => appeal.mutate({ sanctionId: ban.id, text })} />
      )}
    </section>
  );
};
