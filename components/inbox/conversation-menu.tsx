"use client";

import { Ellipsis } from "lucide-react";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useChange } from "#lib/client/use-conversation.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { ConversationDialog } from "./conversation-dialogs.tsx";
import type { ConversationItemsProps } from "./conversation-items.tsx";
import { useConversationName } from "./conversation-name.ts";

const loadItems = async () => (await import("./conversation-items.tsx")).ConversationItems;
const ConversationDialogs = lazy(() =>
  import("./conversation-dialogs.tsx").then((module) => ({ default: module.ConversationDialogs })),
);

type MenuProps = {
  conversation: ConversationSummary;
  onHelp: () => void;
  /** What is asked in a panel of its own at the moment. */
  open: ConversationDialog | null;
  setOpen: (dialog: ConversationDialog | null) => void;
};

/** What one can do with a conversation. Its items come with the menu, and not with the page. */
export const ConversationMenu = ({ conversation, onHelp, open, setOpen }: MenuProps) => {
  const t = useTranslations("inbox.conversation");
  const { mutate, isError } = useChange();
  const { other } = useConversationName(conversation);
  const [Items, setItems] = useState<ComponentType<ConversationItemsProps>>();
  const load = async (): Promise<void> => {
    const loaded = await loadItems();
    setItems(() => loaded);
  };
  return (
    <>
      <p role="alert" className="text-[13px] text-danger">
        {isError && t("changeFailed")}
      </p>
      <Menu load={load} trigger={<IconButton label={t("menu")} icon={<Ellipsis aria-hidden="true" className="size-5" />} />}>
        {Items && <Items conversation={conversation} other={other} change={mutate} onHelp={onHelp} onOpen={setOpen} />}
      </Menu>
      {open && (
        <Suspense fallback={null}>
          <ConversationDialogs conversation={conversation} other={other} open={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
};
