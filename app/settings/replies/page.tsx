import { MessageSquareQuote } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { RepliesEditor } from "#components/replies/replies-editor.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("replies");

export const metadata: Metadata = { title: t("title") };

const Forbidden = () => (
  <EmptyState
    heading="h1"
    icon={<MessageSquareQuote className="size-7" />}
    title={t("forbiddenTitle")}
    body={t("forbiddenBody")}
    action={
      <Link href="/settings/account" className={buttonClass()}>
        {t("forbiddenAction")}
      </Link>
    }
  />
);

const RepliesPage = async () => {
  const actor = await member();
  if (actor.role !== "landlord") return <Forbidden />;
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <SettingsSection title={t("listTitle")}>
        <RepliesEditor initial={await runtime().services.savedReplies.list(actor)} />
      </SettingsSection>
    </SettingsPage>
  );
};

export default RepliesPage;
