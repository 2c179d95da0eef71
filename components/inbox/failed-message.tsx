"use client";

import { useTranslations } from "use-intl";
import { useFailedMessage } from "#lib/client/use-failed-message.ts";
import type { WireError } from "#lib/contract/errors.ts";

const buttonClass = "min-h-11 font-semibold underline underline-offset-2 md:min-h-8";

/** The rules of a text are many, and the server alone knows them: their words come with the refusal. */
const useReason = (error: WireError | null): string => {
  const t = useTranslations("common.errors");
  return error?.code === "content_rejected" ? error.message : t(error?.code ?? "internal");
};

/** Why a message was refused, and the three things that one can do about it. */
export const FailedMessage = ({ messageId, error }: { messageId: string; error: WireError | null }) => {
  const t = useTranslations();
  const reason = useReason(error);
  const { retry, edit, discard } = useFailedMessage(messageId);
  return (
    <div role="alert" className="flex max-w-[84%] flex-wrap items-center justify-end gap-x-3 text-[13px] text-danger">
      <span>{t("inbox.messages.failed", { reason })}</span>
      <button type="button" className={buttonClass} onClick={retry}>
        {t("inbox.messages.tryAgain")}
      </button>
      <button type="button" className={buttonClass} onClick={edit}>
        {t("inbox.messages.editFailed")}
      </button>
      <button type="button" className={buttonClass} onClick={discard}>
        {t("inbox.messages.discard")}
      </button>
    </div>
  );
};
