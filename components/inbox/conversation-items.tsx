"use client";

import { Archive, ArchiveRestore, Download, Keyboard, Pin, PinOff, Search, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem } from "#components/ui/menu.tsx";
import { ProposeItem } from "#components/viewings/propose-item.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { saveTranscript } from "#lib/client/save-transcript.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { ConversationDialog } from "./conversation-dialogs.tsx";
import { SafetyItems } from "./safety-items.tsx";

const icon = "size-[18px]";

const isBesideList = (): boolean => window.matchMedia("(min-width: 48rem)").matches;

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
  const tGroups = useTranslations("groups");
  const tSearch = useTranslations("search");
  const { page, requests } = useRealtime();
  const { close } = useInboxRoute();
  const { id, kind, pinned, archived } = conversation;
  const searchHere = (): void => {
    page.setState({ searchIn: id });
    // On a phone the field stands on the other pane.
    if (!isBesideList()) close();
  };
  return (
    <>
      <ProposeItem conversation={conversation} other={other} onPropose={() => onOpen("viewing")} />
      {kind === "group" && (
        <MenuItem icon={<Users className={icon} />} onSelect={() => onOpen("members")}>
          {tGroups("members")}
        </MenuItem>
      )}
      <MenuItem icon={<Search className={icon} />} onSelect={searchHere}>
        {tSearch("searchIn")}
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
