"use client";

import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AddReaction } from "#components/emoji/add-reaction.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useHeldConversation } from "#lib/client/use-conversation.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";
import { useMessageChanges } from "#lib/client/use-message-changes.ts";

/** What people have put below a message; a press adds one's own or takes it away. */
export const Reactions = ({ row }: { row: Pick<MessageRow, "key" | "reactions" | "isOwn"> }) => {
  const t = useTranslations("inbox.messages");
  const { self } = useRealtime();
  const { react } = useMessageChanges();
  const { openId } = useInboxRoute();
  const conversation = useHeldConversation(openId);
  const [hasFailed, setFailed] = useState(false);
  const nameOf = (id: string): string => {
    if (id === self.userId) return t("own");
    return conversation?.participants.find(({ userId }) => userId === id)?.name ?? t("somebody");
  };
  const toggle = (emoji: string, isMine: boolean): void => {
    setFailed(false);
    try {
      react({ conversationId: openId ?? "", messageId: row.key }, emoji, isMine ? "remove" : "add");
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={clsx("z-[1] -mt-1.5 flex max-w-[84%] flex-wrap gap-1 px-2", row.isOwn && "justify-end")}>
      {row.reactions.map(({ emoji, userIds }) => {
        const isMine = userIds.includes(self.userId);
        const names = userIds.map(nameOf).join(", ");
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={isMine}
            aria-label={t("reaction", { emoji, names })}
            title={names}
            onClick={() => toggle(emoji, isMine)}
            className={clsx(
              "tabular inline-flex h-7 cursor-pointer items-center gap-1 rounded-full border px-2 text-[13px] shadow-1",
              isMine ? "border-accent bg-accent-soft" : "border-line bg-surface hover:bg-surface-2",
            )}
          >
            <span aria-hidden="true" className="text-[15px] leading-none">
              {emoji}
            </span>
            {userIds.length > 1 && <span aria-hidden="true">{userIds.length}</span>}
          </button>
        );
      })}
      <AddReaction onPick={(emoji) => toggle(emoji, false)} onFailed={() => setFailed(true)} />
      <p role="alert" className="w-full text-[13px] text-danger empty:hidden">
        {hasFailed && t("changeFailed")}
      </p>
    </div>
  );
};
