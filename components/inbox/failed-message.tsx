"use client";

import { useTranslations } from "use-intl";
import { useRealtime } from "#lib/client/realtime-context.ts";
import type { WireError } from "#lib/contract/errors.ts";

const buttonClass = "min-h-11 font-semibold underline underline-offset-2 md:min-h-8";

/** Why a message was refused, and the two things that one can do about it. */
export const FailedMessage = ({ messageId, error }: { messageId: string; error: WireError | null }) => {
  const t = useTranslations();
  const { outbox } = useRealtime();
  return (
    <div role="alert" className="flex max-w-[84%] flex-wrap items-center justify-end gap-x-3 text-[13px] text-danger">
      <span>{t("inbox.messages.failed", { reason: t(`common.errors.${error?.code ?? "internal"}`) })}</span>
      <button type="button" className={buttonClass} onClick={() => outbox.retry(messageId)}>
        {t("inbox.messages.tryAgain")}
      </button>
      <button type="button" className={buttonClass} onClick={() => outbox.discard(messageId)}>
        {t("inbox.messages.discard")}
      </button>
    </div>
  );
};
