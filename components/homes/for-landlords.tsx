import { KeyRound } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** What stands in place of a landlord's pages for anybody else who is signed in. */
export const ForLandlords = () => {
  const t = translator("homes");
  return (
    <EmptyState
      heading="h1"
      icon={<KeyRound className="size-7" />}
      title={t("forbiddenTitle")}
      body={t("forbiddenBody")}
      action={
        <Link href="/" className={buttonClass()}>
          {t("forbiddenAction")}
        </Link>
      }
    />
  );
};
