"use client";

import { Archive, ArchiveRestore, Ellipsis, Keyboard, Pin, PinOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useChange } from "#lib/client/use-conversation.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { useConversationName } from "./conversation-name.ts";

/** With the menu that they stand in, and not with the page. */
const SafetyItems = lazy(() => import("./safety-items.tsx").then((module) => ({ default: module.SafetyItems })));
const ProposeItem = lazy(() =>
  import("#components/viewings/propose-item.tsx").then((module) => ({ default: module.ProposeItem })),
);
const ProposeViewing = lazy(() =>
  import("#components/viewings/propose-viewing.tsx").then((module) => ({ default: module.ProposeViewing })),
);
const BlockDialog = lazy(() => import("./block-dialog.tsx").then((module) => ({ default: module.BlockDialog })));

const icon = "size-[18px]";

/** What one can do with a conversation. */
export const ConversationMenu = ({ conversation, onHelp }: { conversation: ConversationSummary; onHelp: () => void }) => {
  const t = useTranslations("inbox.conversation");
  const { mutate, isError } = useChange();
  const { requests } = useRealtime();
  const { other } = useConversationName(conversation);
  const [asks, setAsks] = useState(false);
  const [proposes, setProposes] = useState(false);
  const { id, pinned, archived, listing } = conversation;
  return (
    <>
      <p role="alert" className="text-[13px] text-danger">
        {isError && t("changeFailed")}
      </p>
      <Menu trigger={<IconButton label={t("menu")} icon={<Ellipsis aria-hidden="true" className="size-5" />} />}>
        <Suspense fallback={null}>
          <ProposeItem conversation={conversation} other={other} onPropose={() => setProposes(true)} />
        </Suspense>
        <MenuItem
          icon={pinned ? <PinOff className={icon} /> : <Pin className={icon} />}
          onSelect={() => mutate(() => requests.change(id, { pinned: !pinned }))}
        >
          {t(pinned ? "unpin" : "pin")}
        </MenuItem>
        <MenuItem
          icon={archived ? <ArchiveRestore className={icon} /> : <Archive className={icon} />}
          onSelect={() => mutate(() => requests.change(id, { archived: !archived }))}
        >
          {t(archived ? "unarchive" : "archive")}
        </MenuItem>
        <MenuItem icon={<Keyboard className={icon} />} onSelect={onHelp}>
          {t("shortcuts")}
        </MenuItem>
        <Suspense fallback={null}>
          <SafetyItems conversation={conversation} other={other} change={mutate} onBlock={() => setAsks(true)} />
        </Suspense>
      </Menu>
      {proposes && listing && other && (
        <Suspense fallback={null}>
          <ProposeViewing conversationId={id} listing={listing} other={other} onClose={() => setProposes(false)} />
        </Suspense>
      )}
      {asks && other && (
        <Suspense fallback={null}>
          <BlockDialog conversationId={id} other={other} open={asks} onOpenChange={setAsks} />
        </Suspense>
      )}
    </>
  );
};
