"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type AccountFields, checkPasswordChange } from "#components/accounts/check-fields.ts";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { PasswordField } from "#components/accounts/password-field.tsx";
import { PasswordRule } from "#components/accounts/password-rule.tsx";
import { useFormErrors } from "#components/accounts/use-form-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useChangePassword } from "#lib/client/use-account-actions.ts";

const ChangeError = ({ error }: { error: Error }) => {
  const t = useTranslations("settings.account");
  return asApiError(error).code === "forbidden" ? t("wrongPassword") : <FormErrorText error={error} />;
};

/** A new password in the place of the current one. */
export const PasswordForm = () => {
  const t = useTranslations("settings.account");
  const change = useChangePassword();
  const { form, submit, text } = useFormErrors(checkPasswordChange);
  const [typed, setTyped] = useState("");
  const clear = () => {
    form.current?.reset();
    setTyped("");
  };
  const send = ({ current, password }: AccountFields) =>
    change.mutate({ currentPassword: current, newPassword: password }, { onSuccess: clear });
  return (
    <form ref={form} method="post" noValidate onSubmit={submit(send)} className="grid max-w-md gap-4">
      <LiveFields>
        <PasswordField
          name="current"
          label={t("currentPassword")}
          autoComplete="current-password"
          required
          error={text("current")}
        />
        <PasswordField
          name="password"
          label={t("newPassword")}
          autoComplete="new-password"
          required
          hint={<PasswordRule password={typed} />}
          onChange={(event) => setTyped(event.target.value)}
          error={text("password")}
        />
        <FormAlert>{change.error && <ChangeError key={change.submittedAt} error={change.error} />}</FormAlert>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={change.isPending}>
            {t("change")}
          </Button>
          <span role="status" className="text-[14px] text-accent-strong">
            {change.isSuccess && t("changed")}
          </span>
        </div>
      </LiveFields>
    </form>
  );
};
