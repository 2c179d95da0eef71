"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { asApiError } from "#lib/client/api.ts";
import { rejectedFields } from "#lib/client/rejected-fields.ts";
import { CreatedButNotSignedIn } from "#lib/client/session.ts";
import { useSignUp } from "#lib/client/use-session-actions.ts";
import { checkSignUp, errorsOfIssues, type SignUpFields } from "./check-fields.ts";
import { FormAlert } from "./form-alert.tsx";
import { PasswordField } from "./password-field.tsx";
import { PasswordRule } from "./password-rule.tsx";
import { RateLimitText } from "./rate-limit-text.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { useFormErrors } from "./use-form-errors.ts";

const TakenAddress = ({ signInHref }: { signInHref: string }) => {
  const t = useTranslations("accounts.signUp");
  return (
    <>
      {t("taken")}{" "}
      <Link href={signInHref} className="font-semibold underline">
        {t("takenHelp")}
      </Link>
    </>
  );
};

const SignUpError = ({ error, signInHref }: { error: Error; signInHref: string }) => {
  const t = useTranslations();
  if (error instanceof CreatedButNotSignedIn) return t("accounts.signUp.createdButNotSignedIn");
  const { code, retryAfterMs } = asApiError(error);
  if (code === "conflict") return <TakenAddress signInHref={signInHref} />;
  if (code === "rate_limited" && retryAfterMs) return <RateLimitText retryAfterMs={retryAfterMs} />;
  return t(`common.errors.${code}`);
};

const roleOf = (role: string) => (role === "landlord" ? "landlord" : "student");

type SignUpFormProps = {
  /** A path of this site to go to. */
  next: string;
  /** Where who has an account signs in. */
  signInHref: string;
};

export const SignUpForm = ({ next, signInHref }: SignUpFormProps) => {
  const t = useTranslations("accounts");
  const signUp = useSignUp(next);
  const { form, show, submit, text } = useFormErrors(checkSignUp);
  const [password, setPassword] = useState("");
  // Field by field: the server takes no key too many.
  const send = ({ email, password, name, role }: SignUpFields) =>
    signUp.mutate(
      { email, password, name, role: roleOf(role) },
      { onError: (error) => show(errorsOfIssues(asApiError(error).issues), rejectedFields(error)) },
    );
  return (
    <form ref={form} method="post" noValidate onSubmit={submit(send)} className="grid gap-4">
      <LiveFields>
        <RoleChoice chosen="" error={text("role")} />
        <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" required error={text("name")} />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="username"
          required
          error={text("email")}
        />
        <PasswordField
          name="password"
          autoComplete="new-password"
          required
          hint={<PasswordRule password={password} />}
          onChange={(event) => setPassword(event.target.value)}
          error={text("password")}
        />
        <FormAlert>
          {signUp.error && <SignUpError key={signUp.submittedAt} error={signUp.error} signInHref={signInHref} />}
        </FormAlert>
        <Button type="submit" busy={signUp.busy}>
          {t("signUp.submit")}
        </Button>
      </LiveFields>
    </form>
  );
};
