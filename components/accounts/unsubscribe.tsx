"use client";

import { MailX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useUnsubscribe } from "#lib/client/use-account-actions.ts";
import { useLinkToken } from "#lib/client/use-link-token.ts";
import { DeadLink } from "./dead-link.tsx";
import { FormAlert } from "./form-alert.tsx";
import { FormErrorText } from "./form-error-text.tsx";
import { Outcome } from "./outcome.tsx";

/** One press, since whatever opens links before people do (mail scanners, previews) must turn nothing off. */
export const Unsubscribe = () => {
  const t = useTranslations("accounts.unsubscribe");
  const token = useLinkToken();
  const unsubscribe = useUnsubscribe();
  const settings = { href: "/settings/notifications", action: t("settings") };
  if (unsubscribe.data) {
    return (
      <Outcome icon={<MailX className="size-6" />} title={t("doneTitle")}>
        <p className="text-text-2">{t(`done.${unsubscribe.data.kind}`)}</p>
        <Link href={settings.href} className={`${buttonClass({ variant: "secondary" })} justify-self-start`}>
          {settings.action}
        </Link>
      </Outcome>
    );
  }
  if (token === null || (unsubscribe.error && asApiError(unsubscribe.error).code === "not_found"))
    return <DeadLink title={t("badTitle")} body={t("badBody")} {...settings} />;
  return (
    <div className="grid gap-4">
      <FormAlert>{unsubscribe.error && <FormErrorText key={unsubscribe.submittedAt} error={unsubscribe.error} />}</FormAlert>
      <LiveFields>
        <Button busy={unsubscribe.isPending} onClick={() => unsubscribe.mutate(token ?? "")}>
          {t("submit")}
        </Button>
      </LiveFields>
    </div>
  );
};
