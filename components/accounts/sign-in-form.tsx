"use client";

import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { asApiError } from "#lib/client/api.ts";
import { SuspendedError } from "#lib/client/session.ts";
import { useFinishForgetting, useSignIn } from "#lib/client/use-session-actions.ts";
import { checkSignIn, type SignUpFields } from "./check-fields.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { FormAlert } from "./form-alert.tsx";
import { PasswordField } from "./password-field.tsx";
import { RateLimitText } from "./rate-limit-text.tsx";
import { SharedComputer } from "./shared-computer.tsx";
import { Suspended } from "./suspended.tsx";
import { useFormErrors } from "./use-form-errors.ts";

const KeptOutAppeal = lazy(() => import("./kept-out-appeal.tsx").then((module) => ({ default: module.KeptOutAppeal })));

const SignInError = ({ error }: { error: Error }) => {
  const t = useTranslations();
  if (error instanceof SuspendedError) return <Suspended until={error.until} />;
  const { code, retryAfterMs } = asApiError(error);
  if (code === "unauthenticated") return t("accounts.signIn.wrong");
  if (code === "rate_limited" && retryAfterMs) return <RateLimitText retryAfterMs={retryAfterMs} />;
  return t(`common.errors.${code}`);
};

type SignInFormProps = {
  /** A path of this site to go to. */
  next: string;
  /** Offers the demo's accounts, which all have this password. */
  demoPassword: string | undefined;
};

export const SignInForm = ({ next, demoPassword }: SignInFormProps) => {
  const t = useTranslations("accounts");
  const signIn = useSignIn(next);
  const { form, submit, text } = useFormErrors(checkSignIn);
  const [given, setGiven] = useState({ email: "", password: "" });
  const [isShared, setIsShared] = useState(false);
  useFinishForgetting();
  const appealToken = signIn.error instanceof SuspendedError ? signIn.error.appealToken : null;
  const send = ({ email, password }: SignUpFields) => signIn.mutate({ email, password, isShared });
  return (
    <>
      {/* method: what is typed before the page is alive must not end up in the address. */}
      <form ref={form} method="post" noValidate onSubmit={submit(send)} className="grid gap-4">
        <LiveFields>
          <TextField
            name="email"
            type="email"
            label={t("email")}
            autoComplete="username"
            required
            value={given.email}
            onChange={(event) => setGiven({ ...given, email: event.target.value })}
            error={text("email")}
          />
          <PasswordField
            name="password"
            autoComplete="current-password"
            required
            value={given.password}
            onChange={(event) => setGiven({ ...given, password: event.target.value })}
            error={text("password")}
          />
          <Link href="/forgot-password" className="-mt-1 justify-self-start font-medium text-accent-strong text-sm underline">
            {t("signIn.forgotten")}
          </Link>
          <SharedComputer checked={isShared} onChange={setIsShared} />
          <FormAlert>{signIn.error && <SignInError key={signIn.submittedAt} error={signIn.error} />}</FormAlert>
          <Button type="submit" busy={signIn.busy}>
            {t("signIn.submit")}
          </Button>
        </LiveFields>
      </form>
      {appealToken && (
        <Suspense fallback={null}>
          <KeptOutAppeal key={appealToken} token={appealToken} />
        </Suspense>
      )}
      {demoPassword && <DemoAccounts password={demoPassword} onChoose={(account) => setGiven(account)} />}
    </>
  );
};
