"use client";

import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useForgotPassword } from "#lib/client/use-account-actions.ts";
import { checkForgotten } from "./check-fields.ts";
import { FormAlert } from "./form-alert.tsx";
import { FormErrorText } from "./form-error-text.tsx";
import { Outcome } from "./outcome.tsx";
import { useFormErrors } from "./use-form-errors.ts";

type SentProps = { email: string; mailsHref: string | undefined; onAgain: () => void };

/** The same words whether or not there is such an account. */
const Sent = ({ email, mailsHref, onAgain }: SentProps) => {
  const t = useTranslations("accounts.forgot");
  return (
    <Outcome icon={<MailCheck className="size-6" />} title={t("sentTitle")}>
      <p className="[overflow-wrap:anywhere]">{t("sentBody", { email })}</p>
      <p className="text-text-2">{t("sentHint")}</p>
      {mailsHref && (
        <Link href={mailsHref} className="font-semibold text-accent-strong underline">
          {t("shown")}
        </Link>
      )}
      <Button variant="secondary" onClick={onAgain} className="justify-self-start">
        {t("again")}
      </Button>
    </Outcome>
  );
};

type ForgotFormProps = {
  /** Where mails can be read that are not sent. */
  mailsHref: string | undefined;
};

export const ForgotForm = ({ mailsHref }: ForgotFormProps) => {
  const t = useTranslations("accounts");
  const ask = useForgotPassword();
  const { form, submit, text } = useFormErrors(checkForgotten);
  if (ask.isSuccess) return <Sent email={ask.variables} mailsHref={mailsHref} onAgain={ask.reset} />;
  const send = submit(({ email }) => ask.mutate(email.trim()));
  return (
    <form ref={form} method="post" noValidate onSubmit={send} className="grid gap-4">
      <LiveFields>
        <TextField name="email" type="email" label={t("email")} autoComplete="username" required error={text("email")} />
        <FormAlert>{ask.error && <FormErrorText key={ask.submittedAt} error={ask.error} />}</FormAlert>
        <Button type="submit" busy={ask.isPending}>
          {t("forgot.submit")}
        </Button>
      </LiveFields>
    </form>
  );
};
