"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { messageStatus } from "#lib/client/message-status.ts";
import type { OutboxEntry } from "#lib/client/outbox-entry.ts";
import { usePage, useRealtime } from "#lib/client/realtime-context.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";
import { useTypists } from "#lib/client/use-people.ts";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { MessageTicks } from "./message-ticks.tsx";

const lookClass = "flex min-w-0 items-center gap-1 text-[13.5px]";

const Own = ({ text, status }: { text: string; status: Parameters<typeof MessageTicks>[0]["status"] }) => {
  const t = useTranslations("inbox.list");
  return (
    <span className={clsx(lookClass, "text-text-2")}>
      <MessageTicks status={status} />
      <span dir="auto" className="truncate">
        {t("you", { text })}
      </span>
    </span>
  );
};

const useWords = (): ((message: Message) => string) => {
  const t = useTranslations("inbox.list");
  const systemWords = useSystemWords();
  const fileWords = useFileWords();
  return ({ deletedAt, content, attachments, system, senderName }) => {
    if (deletedAt !== null) return t("deleted");
    if (system) return systemWords(system, senderName);
    return content || fileWords(attachments);
  };
};

/** What is on its way out counts as the last message, since that is how the conversation itself shows it. */
const useLastWaiting = (id: string): OutboxEntry | undefined =>
  usePage(({ outbox }) => outbox.findLast(({ conversationId }) => conversationId === id));

/** The second line of a row: who types, or what was said last. */
export const LastMessage = ({ conversation }: { conversation: ConversationSummary }) => {
  const t = useTranslations("inbox.list");
  const { self } = useRealtime();
  const words = useWords();
  const [typist] = useTypists(conversation.id);
  const fileWords = useFileWords();
  const waiting = useLastWaiting(conversation.id);
  const changes = usePage((state) => state.changes);
  const amend = usePage((state) => state.amend);
  const { kind, lastMessage: stored, unreadCount, participants } = conversation;
  const lastMessage = stored && (amend?.message(stored, changes, self.userId) ?? stored);
  const isGroup = kind === "group";
  if (typist) {
    const text = isGroup ? t("typingOne", typist) : t("typing");
    return <span className={clsx(lookClass, "text-accent-strong")}>{text}</span>;
  }
  if (waiting) return <Own text={waiting.content || fileWords(waiting.files)} status={waiting.state} />;
  if (!lastMessage) return <span className={clsx(lookClass, "text-text-3")}>{t("noMessages")}</span>;
  if (lastMessage.senderId === self.userId && lastMessage.kind !== "system") {
    return <Own text={words(lastMessage)} status={messageStatus(lastMessage.seq, self.userId, participants)} />;
  }
  return (
    <span className={clsx(lookClass, unreadCount > 0 ? "font-semibold text-text" : "text-text-2")}>
      <span dir="auto" className="truncate">
        {isGroup && !lastMessage.system && `${lastMessage.senderName}: `}
        {words(lastMessage)}
      </span>
    </span>
  );
};
