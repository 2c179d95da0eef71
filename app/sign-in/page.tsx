import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { safeNext } from "#lib/client/safe-next.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

const t = translator("accounts");

export const metadata: Metadata = { title: t("signIn.title"), description: t("signIn.metaDescription") };

const SignInPage = async ({ searchParams }: Props) => {
  const next = safeNext((await searchParams).next);
  if (await pageActor()) redirect(next);
  const footer = (
    <>
      {t("signIn.noAccount")}{" "}
      <Link href={`/sign-up?next=${encodeURIComponent(next)}`} className="font-semibold text-accent-strong underline">
        {t("signIn.toSignUp")}
      </Link>
    </>
  );
  return (
    <PublicPage user={null}>
      <AccountPanel title={t("signIn.title")} lead={t("signIn.lead")} footer={footer}>
        <SignInForm next={next} demoPassword={runtime().demoPassword} />
      </AccountPanel>
    </PublicPage>
  );
};

export default SignInPage;
