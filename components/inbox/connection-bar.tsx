"use client";

import { CloudOff, LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePage } from "#lib/client/realtime-context.ts";
import { useLasting } from "#lib/client/use-lasting.ts";

/** A line that is lost for a blink is not worth a word. */
const PATIENCE_MS = 1_200;

/** A quiet bar while there is no connection; nothing else stops working because of it. */
export const ConnectionBar = () => {
  const t = useTranslations("inbox.connection");
  const connection = usePage((state) => state.connection);
  const waiting = usePage(({ outbox }) => outbox.filter(({ state }) => state !== "failed").length);
  const isRecalled = usePage((state) => state.isRecalled);
  const isReconnecting = useLasting(connection === "reconnecting", PATIENCE_MS);
  const isOffline = connection === "offline";
  const words = isOffline ? t(isRecalled ? "offlineKept" : "offline") : isReconnecting ? t("reconnecting") : null;
  return (
    <div role="status" data-connection={connection} className="shrink-0">
      {words && (
        <p className="flex items-center justify-center gap-2 border-warn-line border-b bg-warn-soft px-4 py-1.5 text-center text-[13.5px]">
          {isOffline ? (
            <CloudOff aria-hidden="true" className="size-4 shrink-0 text-warn" />
          ) : (
            <LoaderCircle aria-hidden="true" className="size-4 shrink-0 animate-spin text-warn" />
          )}
          <span>{words}</span>
          {waiting > 0 && <span className="tabular text-text-2">{t("waiting", { count: waiting })}</span>}
        </p>
      )}
    </div>
  );
};
