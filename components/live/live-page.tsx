"use client";

import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "#lib/client/realtime-context.ts";
import { useSignedOut } from "./use-signed-out.ts";

/** What stands around a page that is live: while it is not, it says so. */
export const LivePage = ({ className, children }: { className: string; children: ReactNode }) => {
  const t = useTranslations("shell.live");
  const connection = usePage((state) => state.connection);
  useSignedOut();
  return (
    <div className={`mx-auto grid gap-5 px-4 py-5 md:px-7 md:py-8 ${className}`}>
      <div role="status" data-connection={connection} className="empty:hidden">
        {connection === "offline" && (
          <p className="flex items-center gap-2 rounded-card border border-warn-line bg-warn-soft px-3 py-2 text-[14px]">
            <CloudOff aria-hidden="true" className="size-4 shrink-0 text-warn" />
            {t("stale")}
          </p>
        )}
      </div>
      {children}
    </div>
  );
};
