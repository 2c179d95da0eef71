"use client";

import { useTranslations } from "use-intl";
import { ReportButton } from "#components/moderation/report-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useFineNotices } from "#lib/client/use-fine-notices.ts";

type NoticesProps = Pick<MessageRow, "key" | "senderId" | "senderName" | "notices">;

/** What the safety scan tells the reader, right below the message that caused it, the way to report it and the way to be rid of it. */
export const SafetyNotices = ({ row: { key, senderId, senderName, notices } }: { row: NoticesProps }) => {
  const t = useTranslations("inbox.messages");
  const { isFine, callFine, isPending, isError } = useFineNotices(key);
  const shown = notices.filter(({ rule }) => !isFine(rule));
  return (
    <>
      {shown.map(({ rule, severity, text }, index) => (
        <Notice key={rule} tone={severity === "warning" ? "warn" : "info"} className="mt-1.5 mb-1 max-w-[560px] self-start">
          {text}
          {index === shown.length - 1 && (
            <div className="flex flex-wrap items-center gap-x-5">
              <ReportButton messageId={key} userId={senderId} name={senderName} />
              <button
                type="button"
                aria-label={t("fineNamed", { name: senderName })}
                disabled={isPending}
                onClick={callFine}
                className="-my-2 inline-flex min-h-11 cursor-pointer items-center font-semibold underline-offset-2 hover:underline disabled:opacity-60 md:min-h-9"
              >
                {t("fine")}
              </button>
              <span role="status" className="empty:hidden">
                {isError && t("fineFailed")}
              </span>
            </div>
          )}
        </Notice>
      ))}
    </>
  );
};
