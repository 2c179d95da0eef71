import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const ways = { admins: "/inbox", moderators: "/settings/reports" } as const;

/** What stands in place of a page of the desk for anybody else who is signed in. */
export const NotForYou = ({ who }: { who: keyof typeof ways }) => {
  const t = translator("admin");
  return (
    <EmptyState
      heading="h1"
      icon={<ShieldCheck className="size-7" />}
      title={t(`forbidden.${who}.title`)}
      body={t(`forbidden.${who}.body`)}
      action={
        <Link href={ways[who]} className={buttonClass()}>
          {t(`forbidden.${who}.action`)}
        </Link>
      }
    />
  );
};
