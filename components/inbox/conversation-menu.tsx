"use client";

import { Archive, ArchiveRestore, Ellipsis, Keyboard, Pin, PinOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { useChangeConversation } from "#lib/client/use-conversation.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

const icon = "size-[18px]";

/** What one can do with a conversation. */
export const ConversationMenu = ({ conversation, onHelp }: { conversation: ConversationSummary; onHelp: () => void }) => {
  const t = useTranslations("inbox.conversation");
  const { mutate, isError } = useChangeConversation(conversation.id);
  const { pinned, archived } = conversation;
  return (
    <>
      <p role="alert" className="text-[13px] text-danger">
        {isError && t("changeFailed")}
      </p>
      <Menu trigger={<IconButton label={t("menu")} icon={<Ellipsis aria-hidden="true" className="size-5" />} />}>
        <MenuItem
          icon={pinned ? <PinOff className={icon} /> : <Pin className={icon} />}
          onSelect={() => mutate({ pinned: !pinned })}
        >
          {t(pinned ? "unpin" : "pin")}
        </MenuItem>
        <MenuItem
          icon={archived ? <ArchiveRestore className={icon} /> : <Archive className={icon} />}
          onSelect={() => mutate({ archived: !archived })}
        >
          {t(archived ? "unarchive" : "archive")}
        </MenuItem>
        <MenuItem icon={<Keyboard className={icon} />} onSelect={onHelp}>
          {t("shortcuts")}
        </MenuItem>
      </Menu>
    </>
  );
};
