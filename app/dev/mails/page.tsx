import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ShownMails } from "#components/accounts/shown-mails.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { visit } from "../../visitor.ts";

const t = translator("shell");

export const metadata: Metadata = { title: t("mails.title"), robots: { index: false } };

/** The mails that were not sent, where people are made up; where they are real, there is no such page. */
const MailsPage = async () => {
  const { shownMails } = runtime();
  if (!shownMails) notFound();
  const mails = shownMails().map(({ to, subject, text, at }) => ({ to, subject, text, at: at.toISOString() }));
  return (
    <PublicPage {...(await visit())}>
      <div className="mx-auto grid max-w-2xl gap-4 px-4 py-6 md:py-10">
        <div>
          <h1 className="font-bold text-2xl tracking-tight">{t("mails.title")}</h1>
          <p className="mt-1 text-text-2">{t("mails.lead")}</p>
        </div>
        {mails.length > 0 ? (
          <ShownMails mails={mails} />
        ) : (
          <EmptyState icon={<MailOpen className="size-7" />} title={t("mails.emptyTitle")} body={t("mails.emptyBody")} />
        )}
      </div>
    </PublicPage>
  );
};

export default MailsPage;
