"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lib/client/outbox-entry.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";

const buttonClass = "min-h-11 font-semibold underline underline-offset-2 md:min-h-8";

/** What is too late and what is against the rules is said by the server alone. */
const useReason = ({ error }: OutboxEntry): string => {
  const t = useTranslations("common.errors");
  const isServers = error?.code === "conflict" || error?.code === "content_rejected";
  return isServers ? error.message : t(error?.code ?? "internal");
};

/** Why a change is not taken; the message stands as it was. What was written for it is not lost. */
export const RefusedChange = ({ entry }: { entry: OutboxEntry }) => {
  const t = useTranslations("inbox.messages");
  const { outbox } = useRealtime();
  const reason = useReason(entry);
  const [isCopied, setCopied] = useState(false);
  const kind = entry.change?.kind === "edit" ? "edit" : entry.change?.kind === "delete" ? "delete" : "react";
  const copy = (): void =>
    void navigator.clipboard.writeText(entry.content).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div role="alert" className="flex max-w-[84%] flex-wrap items-center justify-end gap-x-3 text-[13px] text-danger">
      <span>{t("changeRefused", { kind, reason })}</span>
      {kind === "edit" && (
        <>
          <q dir="auto" className="w-full text-right text-text-2 [overflow-wrap:anywhere]">
            {entry.content}
          </q>
          <button type="button" className={buttonClass} onClick={copy}>
            {t(isCopied ? "copied" : "copy")}
          </button>
        </>
      )}
      <button type="button" className={buttonClass} onClick={() => outbox.discard(entry.messageId)}>
        {t("discard")}
      </button>
    </div>
  );
};
