"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFailedMessage } from "#lib/client/use-failed-message.ts";

const buttonClass = "min-h-11 font-semibold underline underline-offset-2 md:min-h-8";

/** That a message waits for a moderator, and how to take it back. */
export const WaitsForCheck = ({ messageId }: { messageId: string }) => {
  const t = useTranslations("inbox.messages");
  const { edit, discard } = useFailedMessage(messageId);
  const [hasFailed, setFailed] = useState(false);
  const take = (work: () => Promise<void>) => () => {
    setFailed(false);
    work().catch(() => setFailed(true));
  };
  return (
    <div role="status" className="flex max-w-[84%] flex-wrap items-center justify-end gap-x-3 text-[13px] text-text-2">
      <span>{t("check")}</span>
      <span className="inline-flex gap-x-3">
        <button type="button" className={buttonClass} onClick={take(edit)}>
          {t("editFailed")}
        </button>
        <button type="button" className={buttonClass} onClick={take(discard)}>
          {t("discard")}
        </button>
      </span>
      {hasFailed && <span className="w-full text-right text-danger">{t("checkFailed")}</span>}
    </div>
  );
};
