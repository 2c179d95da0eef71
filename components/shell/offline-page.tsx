"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { useComeBack } from "#lib/client/use-come-back.ts";
import { StatusPage } from "./status-page.tsx";

const reload = (): void => window.location.reload();

/** What stands in place of a page that needs the network while there is none. Comes back by itself with it. */
export const OfflinePage = ({ toInbox = false }: { toInbox?: boolean }) => {
  const t = useTranslations("shell");
  useComeBack();
  return (
    <StatusPage
      icon={<CloudOff className="size-7" />}
      title={t("offline.title")}
      body={t(toInbox ? "offline.body" : "offline.nothingKept")}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <button type="button" onClick={reload} className={buttonClass()}>
            {t("offline.tryAgain")}
          </button>
          {toInbox && (
            <a href="/inbox" className={buttonClass({ variant: "secondary" })}>
              {t("offline.toInbox")}
            </a>
          )}
        </span>
      }
      homeLabel={t("home")}
    />
  );
};
