import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** What stands in place of an admin's pages for anybody else who is signed in. */
export const ForAdmins = () => {
  const t = translator("admin");
  return (
    <EmptyState
      heading="h1"
      icon={<ShieldCheck className="size-7" />}
      title={t("forbiddenTitle")}
      body={t("forbiddenBody")}
      action={
        <Link href="/inbox" className={buttonClass()}>
          {t("forbiddenAction")}
        </Link>
      }
    />
  );
};
