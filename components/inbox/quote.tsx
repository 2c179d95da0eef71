"use client";

import { useTranslations } from "use-intl";
import type { Quote as QuoteOf } from "#lib/client/outbox-entry.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useHeldConversation } from "#lib/client/use-conversation.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";
import type { Message } from "#lib/contract/messages.ts";

type QuoteProps = { quote: QuoteOf; files: Message["attachments"] };

/** What a message answers, as it stands now; a press leads there. */
export const Quote = ({ quote: { messageId, senderId, excerpt }, files }: QuoteProps) => {
  const t = useTranslations("inbox");
  const { self } = useRealtime();
  const conversation = useHeldConversation(useInboxRoute().openId);
  const sender = conversation?.participants.find(({ userId }) => userId === senderId);
  const name = senderId === self.userId ? t("messages.own") : (sender?.name ?? t("conversation.somebody"));
  const fileWords = useFileWords();
  const words = excerpt || (files.length > 0 ? fileWords(files) : t("messages.deleted"));
  return (
    <button
      type="button"
      data-tools={messageId}
      aria-label={t("messages.quoteOf", { name, excerpt: words })}
      className="mb-1 block w-full rounded-md border-accent border-l-[3px] bg-text/5 px-2.5 py-1 text-left text-[13px]"
    >
      <span dir="auto" className="block font-semibold text-accent-strong">
        {name}
      </span>
      <span dir="auto" className="line-clamp-2 text-text-2 [overflow-wrap:anywhere]">
        {words}
      </span>
    </button>
  );
};
