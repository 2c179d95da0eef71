"use client";

import clsx from "clsx";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { nameColor } from "#components/ui/avatar-look.ts";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { LocalTime } from "./local-time.tsx";
import type { MessageFiles as Files } from "./message-files.tsx";
import { MessageText } from "./message-text.tsx";
import { MessageTicks } from "./message-ticks.tsx";
import { Quote } from "./quote.tsx";

/** It comes with the first message that has a file; where it cannot be had, the words stand without it. */
const MessageFiles = lazy<typeof Files>(() =>
  import("./message-files.tsx").then(
    (module) => ({ default: module.MessageFiles }),
    () => ({ default: () => <></> }),
  ),
);

const shape = ({ isOwn, isLast, isDeleted }: MessageRow): string =>
  clsx(
    "max-w-[84%] rounded-bubble border px-3 pt-2 pb-[7px] md:max-w-[min(560px,74%)]",
    isOwn ? "border-transparent bg-bubble-out" : "border-line bg-bubble-in shadow-1",
    isLast && (isOwn ? "rounded-br-[5px]" : "rounded-bl-[5px]"),
    isDeleted && "text-text-2 italic",
  );

const Foot = ({ row }: { row: MessageRow }) => {
  const t = useTranslations("inbox.messages");
  const format = useFormat();
  return (
    <span className="tabular float-right mt-[7px] ml-3 inline-flex items-center gap-1 text-[11.5px] text-text-2 leading-none">
      {row.isEdited && !row.isDeleted && <span>{t("edited")}</span>}
      <LocalTime iso={row.at} text={format.clock(row.at)} title={format.full(row.at)} />
      {row.status && <MessageTicks status={row.status} />}
    </span>
  );
};

export const MessageBubble = ({ row, withName }: { row: MessageRow; withName: boolean }) => {
  const t = useTranslations("inbox.messages");
  return (
    <div className={shape(row)}>
      {row.isOwn ? (
        <span className="sr-only">{t("own")}</span>
      ) : (
        <span
          dir="auto"
          style={{ color: nameColor(row.senderId) }}
          className={withName ? "block font-semibold text-[13px]" : "sr-only"}
        >
          {row.senderName}
        </span>
      )}
      {row.replyTo && !row.isDeleted && <Quote quote={row.replyTo} files={row.quoted} />}
      {row.attachments.length + row.files.length > 0 && !row.isDeleted && (
        <Suspense fallback={<div className="h-48" />}>
          <MessageFiles row={row} />
        </Suspense>
      )}
      {row.isDeleted ? t("deleted") : <MessageText text={row.text} isPlain={row.isPlain} names={row.named} />}
      <Foot row={row} />
    </div>
  );
};
