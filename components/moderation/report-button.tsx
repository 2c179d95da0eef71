"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";

const ReportDialog = lazy(() => import("./report-dialog.tsx").then((module) => ({ default: module.ReportDialog })));

/** The way from a safety notice to a report of the message that it is about. */
export const ReportButton = (message: { messageId: string; userId: string; name: string }) => {
  const t = useTranslations("moderation.report");
  const [isOpen, setOpen] = useState(false);
  const { openId } = useInboxRoute();
  if (openId === null) return null;
  return (
    <>
      <button
        type="button"
        aria-label={t("noticeNamed", { name: message.name })}
        onClick={() => setOpen(true)}
        className="-my-2 inline-flex min-h-11 cursor-pointer items-center font-semibold text-danger underline-offset-2 hover:underline md:min-h-9"
      >
        {t("notice")}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReportDialog reported={{ ...message, conversationId: openId }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
