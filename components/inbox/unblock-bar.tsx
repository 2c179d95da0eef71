"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useChange } from "#lib/client/use-conversation.ts";
import { useSafety } from "#lib/client/use-safety.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { useConversationName } from "./conversation-name.ts";

type UnblockBarProps = { conversation: ConversationSummary; onUnblocked: () => void };

/** The way back to writing, for who has blocked the other one. */
export const UnblockBar = ({ conversation, onUnblocked }: UnblockBarProps) => {
  const t = useTranslations("safety.composer");
  const { other } = useConversationName(conversation);
  const { unblock } = useSafety();
  const { mutate, isPending, isError } = useChange();
  if (!other) return null;
  const press = () => {
    onUnblocked();
    mutate(() => unblock(conversation.id, other.userId));
  };
  return (
    <>
      <Button variant="secondary" size="s" busy={isPending} onClick={press}>
        {t("unblock")}
      </Button>
      <p role="alert" className="w-full text-[13px] text-danger empty:hidden">
        {isError && t("failed")}
      </p>
    </>
  );
};
