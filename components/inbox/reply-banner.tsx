"use client";

import { Reply, X } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Drafting } from "#lib/client/page-store.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";

/** Which message is being answered, and the way out of it: the cross, or Escape. */
export const ReplyBanner = ({ drafting: { message } }: { drafting: Drafting }) => {
  const t = useTranslations("inbox.messages");
  const { page, self } = useRealtime();
  const fileWords = useFileWords();
  const leave = () => page.setState({ drafting: null });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.stopImmediatePropagation();
      page.setState({ drafting: null });
    };
    // Before the inbox's own Escape, which would leave the conversation.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [page]);
  const name = message.senderId === self.userId ? t("own") : message.senderName;
  return (
    <div className="flex items-center gap-3 border-line border-b px-3 py-1.5 text-[13.5px] md:px-5">
      <Reply aria-hidden="true" className="size-4 shrink-0 text-accent-strong" />
      <div className="min-w-0 flex-1 border-accent border-l-[3px] pl-2.5">
        <p dir="auto" className="font-semibold text-accent-strong">
          {t("replyingTo", { name })}
        </p>
        <p dir="auto" className="truncate text-text-2">
          {message.content || fileWords(message.attachments)}
        </p>
      </div>
      <IconButton label={t("cancelReply")} icon={<X aria-hidden="true" className="size-5" />} onClick={leave} />
    </div>
  );
};
