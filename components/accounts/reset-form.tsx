"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { asApiError } from "#lib/client/api.ts";
import { signInAddress } from "#lib/client/goodbye.ts";
import { useResetPassword } from "#lib/client/use-account-actions.ts";
import { useLinkToken } from "#lib/client/use-link-token.ts";
import { checkReset } from "./check-fields.ts";
import { DeadLink } from "./dead-link.tsx";
import { FormAlert } from "./form-alert.tsx";
import { FormErrorText } from "./form-error-text.tsx";
import { PasswordField } from "./password-field.tsx";
import { PasswordRule } from "./password-rule.tsx";
import { useFormErrors } from "./use-form-errors.ts";

/** A new document, so that nothing of who was here before stays in memory. */
const leave = () => window.location.assign(signInAddress("/inbox", { why: "fresh" }));

/** A new password, by the token behind the # of the link. */
export const ResetForm = () => {
  const t = useTranslations("accounts");
  const token = useLinkToken();
  const reset = useResetPassword();
  const { form, submit, text } = useFormErrors(checkReset);
  const [typed, setTyped] = useState("");
  const again = { href: "/forgot-password", action: t("reset.again") };
  if (token === null) return <DeadLink title={t("reset.incompleteTitle")} body={t("reset.incompleteBody")} {...again} />;
  if (reset.error && asApiError(reset.error).code === "not_found")
    return <DeadLink title={t("reset.badTitle")} body={t("reset.badBody")} {...again} />;
  const send = submit(({ password }) => reset.mutate({ token: token ?? "", password }, { onSuccess: leave }));
  return (
    <form ref={form} method="post" noValidate onSubmit={send} className="grid gap-4">
      <LiveFields>
        <PasswordField
          name="password"
          label={t("reset.newPassword")}
          autoComplete="new-password"
          required
          hint={<PasswordRule password={typed} />}
          onChange={(event) => setTyped(event.target.value)}
          error={text("password")}
        />
        <FormAlert>{reset.error && <FormErrorText key={reset.submittedAt} error={reset.error} />}</FormAlert>
        <Button type="submit" busy={reset.isPending || reset.isSuccess}>
          {t("reset.submit")}
        </Button>
      </LiveFields>
    </form>
  );
};
