"use client";

import { useTranslations } from "use-intl";
import { AnchoredMenu } from "#components/ui/anchored-menu.tsx";
import { useChange } from "#lib/client/use-conversation.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { useConversationName } from "./conversation-name.ts";
import { ViewItems } from "./view-items.tsx";

type RowMenuProps = { conversation: ConversationSummary; anchor: HTMLElement; onLeave: () => void; onClose: () => void };

const isNever = (): boolean => false;

/** What one can do with a conversation from its row in the list. */
export const RowMenu = ({ conversation, anchor, onLeave, onClose }: RowMenuProps) => {
  const t = useTranslations("inbox");
  const { name } = useConversationName(conversation);
  const { mutate } = useChange();
  return (
    <AnchoredMenu anchor={anchor} label={t("list.actions", { name })} isFocusTaken={isNever} onClose={onClose}>
      <ViewItems conversation={conversation} change={mutate} onLeave={onLeave} />
    </AnchoredMenu>
  );
};
