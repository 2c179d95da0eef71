import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountPanel } from "#components/accounts/account-panel.tsx";
import { GoodbyeNotice } from "#components/accounts/goodbye-notice.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { goodbyeInQuery } from "#lib/client/goodbye.ts";
import { safeNext } from "#lib/client/safe-next.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";

type Props = { searchParams: Promise<Partial<Record<"next" | "why" | "until", string | string[]>>> };

const t = translator("accounts");

export const metadata: Metadata = { title: t("signIn.title"), description: t("signIn.metaDescription") };

const SignInPage = async ({ searchParams }: Props) => {
  const query = await searchParams;
  const next = safeNext(query.next);
  const goodbye = goodbyeInQuery(query);
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
        {goodbye && <GoodbyeNotice {...goodbye} />}
        <SignInForm next={next} demoPassword={runtime().demoPassword} />
      </AccountPanel>
    </PublicPage>
  );
};

export default SignInPage;
