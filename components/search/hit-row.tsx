"use client";

import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useFormat } from "#lib/client/use-format.ts";
import type { MessageHit } from "#lib/contract/message-search.ts";

type HitProps = {
  hit: MessageHit;
  href: string;
  /** It was pressed last: the way back leads here. */
  isPressed: boolean;
  isOpening: boolean;
  onOpen: () => void;
};

/** A press that asks for a new tab or window is the browser's own business. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** One message that was found: where, by whom, when, and the words around the hit. */
export const HitRow = ({ hit, href, isPressed, isOpening, onOpen }: HitProps) => {
  const t = useTranslations("search");
  const format = useFormat();
  const { self } = useRealtime();
  const { senderId, senderName, conversationName, createdAt, excerpt } = hit;
  // Only the order tells the pieces of an excerpt apart, and it never changes.
  const pieces = excerpt.map((piece, index) => ({ ...piece, key: `${index}` }));
  return (
    <li>
      <a
        href={href}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          onOpen();
        }}
        aria-busy={isOpening || undefined}
        {...(isPressed ? { "data-opened": "" } : {})}
        className="grid grid-cols-[32px_minmax(0,1fr)] items-start gap-[11px] px-[18px] py-2.5 -outline-offset-2 hover:bg-surface-2 data-opened:bg-accent-soft"
      >
        <Avatar userId={senderId} name={senderName} size="s" className="mt-0.5" />
        <span className="grid min-w-0">
          <span className="flex min-w-0 items-center gap-2">
            <span dir="auto" className="min-w-0 flex-1 truncate font-semibold text-[14.5px]">
              {conversationName || t("somebody")}
            </span>
            {isOpening ? (
              <Spinner />
            ) : (
              <LocalTime
                iso={createdAt}
                text={format.listTime(createdAt)}
                title={format.full(createdAt)}
                className="tabular shrink-0 text-text-3 text-xs"
              />
            )}
          </span>
          <span dir="auto" className="line-clamp-2 text-[13.5px] text-text-2 [overflow-wrap:anywhere]">
            {senderId === self.userId ? t("own") : senderName}:{" "}
            {pieces.map(({ key, text, isHit }) =>
              isHit ? (
                <mark key={key} className="rounded-[3px] bg-accent-soft font-semibold text-accent-strong">
                  {text}
                </mark>
              ) : (
                <span key={key}>{text}</span>
              ),
            )}
          </span>
        </span>
      </a>
    </li>
  );
};
