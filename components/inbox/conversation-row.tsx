"use client";

import clsx from "clsx";
import { Pin } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "#components/ui/badge.tsx";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { useMuted } from "#lib/client/use-muted.ts";
import { usePresence } from "#lib/client/use-people.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { ConversationAvatar } from "./conversation-avatar.tsx";
import { useConversationName } from "./conversation-name.ts";
import { LastMessage } from "./last-message.tsx";
import { LocalTime } from "./local-time.tsx";
import { MutedSign } from "./muted-sign.tsx";
import { rowId } from "./use-inbox-navigation.ts";

type RowProps = { conversation: ConversationSummary; isOpen: boolean; href: string; open: (id: string) => void };

/** A press that asks for a new tab or window is the browser's own business. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const Signs = ({ conversation }: { conversation: ConversationSummary }) => {
  const t = useTranslations("inbox.list");
  return (
    <span className="flex items-center gap-1 text-text-3">
      <MutedSign mutedUntil={conversation.mutedUntil} />
      {conversation.pinned && (
        <span title={t("pinned")}>
          <Pin aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{t("pinned")}</span>
        </span>
      )}
    </span>
  );
};

/** The number says how much, this that some of it is for oneself. */
const MentionSign = () => {
  const label = useTranslations("inbox.list")("mentioned");
  return (
    <span
      title={label}
      className="grid size-5 place-items-center rounded-full bg-accent-soft font-bold text-accent-strong text-xs"
    >
      <span aria-hidden="true">@</span>
      <span className="sr-only">{label}</span>
    </span>
  );
};

const UnreadDot = () => (
  <span className="size-3 rounded-full bg-accent">
    <span className="sr-only">{useTranslations("inbox.list")("marked")}</span>
  </span>
);

/** One conversation, as the content of its place in the list. */
export const ConversationRow = memo(({ conversation, isOpen, href, open }: RowProps) => {
  const t = useTranslations("common");
  const format = useFormat();
  const { name, other } = useConversationName(conversation);
  const presence = usePresence(conversation.kind === "direct" ? other?.userId : undefined);
  const { id, unreadCount, mentioned, markedUnread, listing, updatedAt, mutedUntil } = conversation;
  const isMuted = useMuted(mutedUntil);
  const press = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    open(id);
  };
  return (
    <a
      id={rowId(id)}
      href={href}
      onClick={press}
      aria-current={isOpen ? "page" : undefined}
      className={clsx(
        "relative grid grid-cols-[46px_minmax(0,1fr)_auto] items-center gap-[11px] px-[18px] py-[11px] -outline-offset-2",
        isOpen
          ? "bg-accent-soft before:absolute before:inset-y-2.5 before:left-0 before:w-[3px] before:rounded-r before:bg-accent"
          : "hover:bg-surface-2",
      )}
    >
      <ConversationAvatar conversation={conversation} presence={presence} />
      <span className="grid min-w-0">
        <span
          className={clsx(
            "flex min-w-0 items-center gap-1.5 text-[14.5px]",
            (unreadCount > 0 || markedUnread) && !isMuted ? "font-bold" : "font-semibold",
          )}
        >
          <span dir="auto" className="truncate">
            {name}
          </span>
          {other?.verified && <VerifiedMark label={t("verified")} className="text-[15px]" />}
        </span>
        <LastMessage conversation={conversation} />
        {listing && <span className="truncate text-text-3 text-xs">{listing.title}</span>}
      </span>
      <span className="grid justify-items-end gap-1 self-start pt-0.5">
        <LocalTime iso={updatedAt} text={format.listTime(updatedAt)} className="tabular text-text-3 text-xs" />
        <span className="flex h-5 items-center gap-1.5">
          <Signs conversation={conversation} />
          {mentioned && unreadCount > 0 && <MentionSign />}
          <Badge tone={isMuted ? "muted" : "accent"} count={unreadCount} label={t("unread", { count: unreadCount })} />
          {markedUnread && unreadCount === 0 && <UnreadDot />}
        </span>
      </span>
    </a>
  );
});
