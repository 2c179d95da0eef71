"use client";

import clsx from "clsx";
import { Ellipsis } from "lucide-react";
import { lazy, memo, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useFormat } from "#lib/client/use-format.ts";
import type { BelowMessage as Below } from "./below-message.tsx";
import { LocalTime } from "./local-time.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { SystemMessage } from "./system-message.tsx";

/** Where it cannot be had, the messages stand without it. */
const BelowMessage = lazy<typeof Below>(() =>
  import("./below-message.tsx").then(
    (module) => ({ default: module.BelowMessage }),
    () => ({ default: () => <></> }),
  ),
);

type Watch = (element: Element, seq: number) => () => void;
type RowProps = { row: MessageRow; isGroup: boolean; watch: Watch | null };

const DayHeading = ({ at }: { at: string }) => {
  const format = useFormat();
  return (
    <div className="flex justify-center py-2.5">
      <LocalTime iso={at} text={format.dayLabel(at)} className="rounded-full bg-surface-2 px-3 py-[3px] text-text-2 text-xs" />
    </div>
  );
};

const NewLine = () => (
  <div className="flex items-center gap-3 pt-3 pb-2 font-semibold text-accent-strong text-xs before:h-px before:flex-1 before:bg-accent/45 after:h-px after:flex-1 after:bg-accent/45">
    {useTranslations("inbox.messages")("newMessages")}
  </div>
);

/** What it opens comes with the first press (`MessageTools`); on a screen without a pointer that hovers it is always there. */
const MessageButton = () => (
  <IconButton
    data-tools
    aria-haspopup="menu"
    label={useTranslations("inbox.messages")("actions")}
    icon={<Ellipsis aria-hidden="true" className="size-4" />}
    className="size-8 rounded-full opacity-0 focus-visible:opacity-100 group-hover:opacity-100 [@media(hover:none)]:opacity-60"
  />
);

const sameRow = (left: MessageRow, right: MessageRow): boolean => {
  const keys: (keyof MessageRow)[] = Object.keys(left) as (keyof MessageRow)[];
  return keys.every((key) => left[key] === right[key]);
};

const hasMore = ({ status, heldUntil, notices, reactions }: MessageRow): boolean =>
  status === "failed" || status === "held" || heldUntil !== null || notices.length + reactions.length > 0;

/** One message with what stands above it (day, 'New messages') and below it (notices, what to do when it failed). */
export const MessageRowView = memo(
  ({ row, isGroup, watch }: RowProps) => {
    const element = useRef<HTMLDivElement>(null);
    const { seq } = row;
    const hasFace = isGroup && !row.isOwn && row.kind !== "system";
    useEffect(() => {
      if (element.current && seq !== null && watch) return watch(element.current, seq);
      return undefined;
    }, [seq, watch]);
    return (
      <div className={clsx(row.isFirst && "pt-2", row.isLast ? "pb-px" : "pb-[3px]")}>
        {row.opensDay && <DayHeading at={row.at} />}
        {row.opensNew && <NewLine />}
        <div
          ref={element}
          data-message-id={row.key}
          data-seq={row.seq ?? undefined}
          className={clsx("flex flex-col", row.isOwn ? "items-end" : "items-start", hasFace && "relative pl-10")}
        >
          {row.kind === "system" ? (
            <SystemMessage row={row} />
          ) : (
            <div className={clsx("group flex w-full items-center gap-0.5", row.isOwn && "flex-row-reverse")}>
              {hasFace && row.isFirst && (
                <Avatar userId={row.senderId} name={row.senderName} size="s" className="absolute! top-0 left-0" />
              )}
              <MessageBubble row={row} withName={isGroup && row.isFirst} />
              {seq !== null && !row.isDeleted && <MessageButton />}
            </div>
          )}
          {hasMore(row) && (
            <Suspense fallback={null}>
              <BelowMessage row={row} />
            </Suspense>
          )}
        </div>
      </div>
    );
  },
  (before, after) => before.isGroup === after.isGroup && before.watch === after.watch && sameRow(before.row, after.row),
);
