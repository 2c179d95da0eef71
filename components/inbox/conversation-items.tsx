"use client";

import { Archive, ArchiveRestore, Download, Keyboard, Pin, PinOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem } from "#components/ui/menu.tsx";
import { ProposeItem } from "#components/viewings/propose-item.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { saveTranscript } from "#lib/client/save-transcript.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { ConversationDialog } from "./conversation-dialogs.tsx";
import { SafetyItems } from "./safety-items.tsx";

const icon = "size-[18px]";

export type ConversationItemsProps = {
  conversation: ConversationSummary;
  /** The one person of a direct conversation. */
  other: Participant | undefined;
  change: (step: () => Promise<void>) => void;
  onHelp: () => void;
  /** Asks in a panel of its own. */
  onOpen: (dialog: ConversationDialog) => void;
};

/** What stands in the menu of a conversation. */
export const ConversationItems = ({ conversation, other, change, onHelp, onOpen }: ConversationItemsProps) => {
  const t = useTranslations("inbox.conversation");
  const { requests } = useRealtime();
  const { id, pinned, archived } = conversation;
  return (
    <>
      <ProposeItem conversation={conversation} other={other} onPropose={() => onOpen("viewing")} />
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
      <MenuItem icon={<Download className={icon} />} onSelect={() => saveTranscript(id)}>
        {t("save")}
      </MenuItem>
      <MenuItem icon={<Keyboard className={icon} />} onSelect={onHelp}>
        {t("shortcuts")}
      </MenuItem>
      <SafetyItems conversation={conversation} other={other} change={change} onOpen={onOpen} />
    </>
  );
};
