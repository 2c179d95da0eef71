import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** What stands in place of a moderator's pages for anybody else who is signed in. */
export const ForModerators = () => {
  const t = translator("moderation");
  return (
    <EmptyState
      heading="h1"
      icon={<ShieldCheck className="size-7" />}
      title={t("queue.forbiddenTitle")}
      body={t("queue.forbiddenBody")}
      action={
        <Link href="/settings/reports" className={buttonClass()}>
          {t("report.toOwn")}
        </Link>
      }
    />
  );
};
