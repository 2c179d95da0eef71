import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { SignUpForm } from "#components/accounts/sign-up-form.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { safeNext } from "#lib/client/safe-next.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { pageActor } from "#lib/server/runtime.ts";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

const t = translator("accounts");

export const metadata: Metadata = { title: t("signUp.title"), description: t("signUp.metaDescription") };

const SignUpPage = async ({ searchParams }: Props) => {
  const next = safeNext((await searchParams).next);
  if (await pageActor()) redirect(next);
  const signInHref = `/sign-in?next=${encodeURIComponent(next)}`;
  const footer = (
    <>
      {t("signUp.haveAccount")}{" "}
      <Link href={signInHref} className="font-semibold text-accent-strong underline">
        {t("signUp.toSignIn")}
      </Link>
    </>
  );
  return (
    <PublicPage user={null}>
      <AccountPanel title={t("signUp.title")} lead={t("signUp.lead")} footer={footer}>
        <SignUpForm next={next} signInHref={signInHref} />
      </AccountPanel>
    </PublicPage>
  );
};

export default SignUpPage;
