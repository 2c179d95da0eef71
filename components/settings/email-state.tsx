"use client";

import clsx from "clsx";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { useSendVerification } from "#lib/client/use-account-actions.ts";

const Mark = ({ isVerified }: { isVerified: boolean }) => {
  const t = useTranslations("settings.account");
  const Icon = isVerified ? CircleCheck : CircleDashed;
  return (
    <span className={clsx("inline-flex items-center gap-1.5 text-sm", isVerified ? "text-accent-strong" : "text-warn")}>
      <Icon aria-hidden="true" className="size-4" />
      {t(isVerified ? "confirmed" : "unconfirmed")}
    </span>
  );
};

const Confirm = () => {
  const t = useTranslations("settings.account");
  const send = useSendVerification();
  return (
    <div className="mt-2 grid gap-2.5">
      <p className="text-[14px] text-text-2">{t("confirmHint")}</p>
      <FormAlert>{send.error && <FormErrorText key={send.submittedAt} error={send.error} />}</FormAlert>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" size="s" busy={send.isPending} onClick={() => send.mutate()}>
          {t("sendAgain")}
        </Button>
        <span role="status" className="text-[14px] text-text-2">
          {send.isSuccess && t("sent")}
        </span>
      </div>
    </div>
  );
};

/** One's address, and whether mail is known to arrive there. */
export const EmailState = ({ email, isVerified }: { email: string; isVerified: boolean }) => (
  <>
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="[overflow-wrap:anywhere]">{email}</span>
      <Mark isVerified={isVerified} />
    </span>
    {!isVerified && <Confirm />}
  </>
);
