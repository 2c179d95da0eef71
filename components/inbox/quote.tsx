"use client";

import { useTranslations } from "use-intl";
import type { Quote as QuoteOf } from "#lib/client/outbox-entry.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useHeldConversation } from "#lib/client/use-conversation.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";

/** What a message answers, as it stands now; a press leads there. */
export const Quote = ({ quote: { messageId, senderId, excerpt } }: { quote: QuoteOf }) => {
  const t = useTranslations("inbox");
  const { self } = useRealtime();
  const { openId } = useInboxRoute();
  const conversation = useHeldConversation(openId);
  const sender = conversation?.participants.find(({ userId }) => userId === senderId);
  const name = senderId === self.userId ? t("messages.own") : (sender?.name ?? t("conversation.somebody"));
  return (
    <button
      type="button"
      data-tools={messageId}
      aria-label={t("messages.quoteOf", { name, excerpt: excerpt || t("messages.deleted") })}
      className="mb-1 block w-full cursor-pointer rounded-md border-accent border-l-[3px] bg-text/5 px-2.5 py-1 text-left text-[13px] hover:bg-text/10"
    >
      <span dir="auto" className="block font-semibold text-accent-strong">
        {name}
      </span>
      <span dir="auto" className={excerpt ? "line-clamp-2 text-text-2 [overflow-wrap:anywhere]" : "text-text-2 italic"}>
        {excerpt || t("messages.deleted")}
      </span>
    </button>
  );
};
