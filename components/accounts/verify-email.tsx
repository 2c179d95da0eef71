"use client";

import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useVerifyEmail } from "#lib/client/use-account-actions.ts";
import { useLinkToken } from "#lib/client/use-link-token.ts";
import { DeadLink } from "./dead-link.tsx";
import { FormAlert } from "./form-alert.tsx";
import { FormErrorText } from "./form-error-text.tsx";
import { Outcome } from "./outcome.tsx";

/** One press, since whatever opens links before people do (mail scanners, previews) must not use them up. */
export const VerifyEmail = () => {
  const t = useTranslations("accounts");
  const token = useLinkToken();
  const verify = useVerifyEmail();
  const again = { href: "/settings/account", action: t("verify.again") };
  if (verify.isSuccess) {
    return (
      <Outcome icon={<MailCheck className="size-6" />} title={t("verify.doneTitle")}>
        <p className="text-text-2">{t("verify.doneBody")}</p>
        <Link href="/inbox" className={`${buttonClass()} justify-self-start`}>
          {t("verify.doneAction")}
        </Link>
      </Outcome>
    );
  }
  if (token === null) return <DeadLink title={t("reset.incompleteTitle")} body={t("reset.incompleteBody")} {...again} />;
  if (verify.error && asApiError(verify.error).code === "not_found")
    return <DeadLink title={t("reset.badTitle")} body={t("verify.badBody")} {...again} />;
  return (
    <div className="grid gap-4">
      <FormAlert>{verify.error && <FormErrorText key={verify.submittedAt} error={verify.error} />}</FormAlert>
      <LiveFields>
        <Button busy={verify.isPending} onClick={() => verify.mutate(token ?? "")}>
          {t("verify.submit")}
        </Button>
      </LiveFields>
    </div>
  );
};
