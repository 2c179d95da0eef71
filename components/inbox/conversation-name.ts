"use client";

import { useTranslations } from "use-intl";
import { useOthers } from "#lib/client/use-people.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";

type Named = { name: string; others: readonly Participant[]; other: Participant | undefined; avatarId: string };

/** What a conversation is called: its title, or the other people's names. `other` is the one person of a direct one. */
export const useConversationName = (conversation: ConversationSummary): Named => {
  const t = useTranslations("inbox.conversation");
  const others = useOthers(conversation);
  const other = conversation.kind === "group" ? undefined : others[0];
  const names = others.map(({ name }) => name).join(", ");
  return {
    name: conversation.title ?? (names === "" ? t("somebody") : names),
    others,
    other,
    avatarId: other?.userId ?? conversation.id,
  };
};
