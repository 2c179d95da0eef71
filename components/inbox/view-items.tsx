"use client";

import { Archive, ArchiveRestore, Mail, MailOpen, Pin, PinOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem } from "#components/ui/menu.tsx";
import { call } from "#lib/client/api.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

const icon = "size-[18px]";

type ViewItemsProps = {
  conversation: ConversationSummary;
  change: (step: () => Promise<void>) => void;
  /** Closes the conversation, where it is open: what is looked at is not unread. */
  onLeave: () => void;
};

/** What one can do with one's own view of a conversation: nobody else sees it move. */
export const ViewItems = ({ conversation, change, onLeave }: ViewItemsProps) => {
  const t = useTranslations("inbox.conversation");
  const { requests } = useRealtime();
  const { id, pinned, archived, markedUnread, unreadCount, lastSeq } = conversation;
  const isUnread = markedUnread || unreadCount > 0;
  const read = async (): Promise<void> => {
    await call("POST /api/conversations/{id}/read", { params: { id }, body: { seq: lastSeq } });
  };
  const mark = async (): Promise<void> => {
    await requests.change(id, { markedUnread: true });
    onLeave();
  };
  return (
    <>
      <MenuItem
        icon={isUnread ? <MailOpen className={icon} /> : <Mail className={icon} />}
        onSelect={() => change(isUnread ? read : mark)}
      >
        {t(isUnread ? "markRead" : "markUnread")}
      </MenuItem>
      <MenuItem
        icon={pinned ? <PinOff className={icon} /> : <Pin className={icon} />}
        onSelect={() => change(() => requests.change(id, { pinned: !pinned }))}
      >
        {t(pinned ? "unpin" : "pin")}
      </MenuItem>
      <MenuItem
        icon={archived ? <ArchiveRestore className={icon} /> : <Archive className={icon} />}
        onSelect={() => change(() => requests.change(id, { archived: !archived }))}
      >
        {t(archived ? "unarchive" : "archive")}
      </MenuItem>
    </>
  );
};
