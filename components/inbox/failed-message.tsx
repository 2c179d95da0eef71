"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useContesting } from "#lib/client/use-contests.ts";
import { useFailedMessage } from "#lib/client/use-failed-message.ts";
import { useFileTrouble } from "#lib/client/use-file-trouble.ts";
import type { WireError } from "#lib/contract/errors.ts";

const buttonClass = "min-h-11 font-semibold underline underline-offset-2 md:min-h-8";

/** The file for which it was not sent. */
const fileIn = (error: WireError | null): { file?: string; why?: unknown } => Object(error?.details);

/** The rules of a text are many, and the server alone knows them: their words come with the refusal. */
const useReason = (error: WireError | null, hasFiles: boolean): string => {
  const t = useTranslations("common.errors");
  const inFile = useTranslations("files");
  const trouble = useFileTrouble();
  const { file: name, why } = fileIn(error);
  if (error && name !== undefined) return inFile("failed", { name, reason: trouble(error, why) });
  if (hasFiles && error?.code === "validation_failed") return inFile("stale");
  return error?.code === "content_rejected" ? error.message : t(error?.code ?? "internal");
};

type Refused = { conversationId: string; messageId: string; content: string };

/** The way to a moderator, for who wrote nothing bad. */
const ContestButton = (refused: Refused) => {
  const t = useTranslations();
  const { mutate, isPending, isSuccess, error } = useContesting();
  if (isSuccess)
    return (
      <span role="status">
        {t("inbox.messages.contested")}{" "}
        <Link href="/settings/reports" className="underline underline-offset-2">
          {t("inbox.messages.contestedMore")}
        </Link>
      </span>
    );
  return (
    <>
      <button type="button" className={buttonClass} disabled={isPending} onClick={() => mutate(refused)}>
        {t("inbox.messages.contest")}
      </button>
      {error && <span>{t("inbox.messages.contestFailed", { reason: error.message })}</span>}
    </>
  );
};

type FailedProps = { messageId: string; text: string; error: WireError | null; hasFiles: boolean };

/** Why a message was refused, and what one can do about it. */
export const FailedMessage = ({ messageId, text, error, hasFiles }: FailedProps) => {
  const t = useTranslations();
  const reason = useReason(error, hasFiles);
  const isText = error?.code === "content_rejected" && fileIn(error).file === undefined;
  const { retry, edit, discard, conversationId } = useFailedMessage(messageId);
  const [hasFailed, setFailed] = useState(false);
  const take = (work: () => Promise<void>) => () => {
    setFailed(false);
    work().catch(() => setFailed(true));
  };
  return (
    <div role="alert" className="flex max-w-[84%] flex-wrap items-center justify-end gap-x-3 text-[13px] text-danger">
      <span>{t("inbox.messages.failed", { reason })}</span>
      {!isText && (
        <button type="button" className={buttonClass} onClick={retry}>
          {t("inbox.messages.tryAgain")}
        </button>
      )}
      <button type="button" className={buttonClass} onClick={take(edit)}>
        {t("inbox.messages.editFailed")}
      </button>
      <button type="button" className={buttonClass} onClick={take(discard)}>
        {t("inbox.messages.discard")}
      </button>
      {isText && conversationId !== null && (
        <ContestButton conversationId={conversationId} messageId={messageId} content={text} />
      )}
      {hasFailed && <span className="w-full text-right">{t("inbox.messages.checkFailed")}</span>}
    </div>
  );
};
