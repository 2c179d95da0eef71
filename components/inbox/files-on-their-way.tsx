"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { usePage } from "#lib/client/realtime-context.ts";
import { useFailedMessage } from "#lib/client/use-failed-message.ts";
import { FileProgress } from "./file-progress.tsx";

/** How far the files of a waiting message have come; as long as they are not all there, it can be called back. */
export const FilesOnTheirWay = ({ row: { key, files, status } }: { row: MessageRow }) => {
  const t = useTranslations("files");
  const tInbox = useTranslations("inbox.messages");
  const [hasFailed, setFailed] = useState(false);
  const { edit } = useFailedMessage(key);
  const uploads = usePage((state) => state.uploads);
  const missing = useMemo(() => {
    const bytes = files.reduce((sum, { byteSize }) => sum + byteSize, 0);
    const arrived = files.reduce((sum, file) => {
      const share = file.attachmentId === null ? (uploads.find((one) => one.key === file.key)?.share ?? 0) : 1;
      return sum + share * file.byteSize;
    }, 0);
    return { share: bytes > 0 ? arrived / bytes : 0, isAny: files.some(({ attachmentId }) => attachmentId === null) };
  }, [files, uploads]);
  if (!missing.isAny || status !== "pending") return null;
  const percent = String(Math.round(missing.share * 100));
  return (
    <div className="flex flex-wrap items-center gap-2.5 text-[12.5px] text-text-2">
      <FileProgress label={t("uploading", { percent })} share={missing.share} className="min-w-0 flex-1" />
      <span className="tabular">{percent} %</span>
      <button
        type="button"
        onClick={() => void edit().catch(() => setFailed(true))}
        className="touch-target min-h-8 cursor-pointer font-semibold underline underline-offset-2"
      >
        {t("cancel")}
      </button>
      <span role="alert" className="w-full text-danger empty:hidden">
        {hasFailed && tInbox("checkFailed")}
      </span>
    </div>
  );
};
