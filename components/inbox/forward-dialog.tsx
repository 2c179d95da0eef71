"use client";

import { type ReactNode, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useConversations } from "#lib/client/use-conversations.ts";
import { useDebounced } from "#lib/client/use-debounced.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { ConversationAvatar } from "./conversation-avatar.tsx";
import { useConversationName } from "./conversation-name.ts";

const PAUSE_MS = 250;

type PlaceProps = { conversation: ConversationSummary; onChoose: (name: string) => void };

const Place = ({ conversation, onChoose }: PlaceProps) => {
  const { name } = useConversationName(conversation);
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(name)}
        className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-card px-2 text-left hover:bg-surface-2"
      >
        <ConversationAvatar conversation={conversation} presence={undefined} />
        <span className="min-w-0">
          <span dir="auto" className="block truncate text-[15px]">
            {name}
          </span>
          {conversation.listing && (
            <span dir="auto" className="block truncate text-[13px] text-text-2">
              {conversation.listing.title}
            </span>
          )}
        </span>
      </button>
    </li>
  );
};

const Line = ({ children }: { children: ReactNode }) => (
  <p role="status" className="py-3 text-[14px] text-text-2">
    {children}
  </p>
);

type ForwardProps = {
  message: Message;
  anchor: HTMLElement;
  onClose: () => void;
  /** It waits to be sent to who is called so. */
  onForwarded: (name: string) => void;
};

/** Where a text is said again, as one's own: whoever gets it is not told who said it first, nor where. */
export const ForwardDialog = ({ message, anchor, onClose, onForwarded }: ForwardProps) => {
  const t = useTranslations("inbox.forward");
  const { outbox } = useRealtime();
  const [q, setQ] = useState("");
  const [isFull, setFull] = useState(false);
  const list = useConversations({ filter: "all", q: useDebounced(q.trim(), PAUSE_MS) });
  const places = list.conversations?.filter(({ id, membership, blocked }) => {
    return id !== message.conversationId && membership === "active" && blocked === "none";
  });
  const forwardTo = ({ id }: ConversationSummary, name: string): void => {
    const added = outbox.add({ conversationId: id, content: message.content });
    setFull(added === null);
    if (added) onForwarded(name);
  };
  const returnTo: RefObject<HTMLElement> = { current: anchor };
  return (
    <Dialog open onOpenChange={onClose} returnTo={returnTo} title={t("title")} description={t("lead")}>
      <blockquote dir="auto" className="mb-4 line-clamp-3 rounded-card bg-surface-2 px-3 py-2 text-[14px] text-text-2">
        {message.content}
      </blockquote>
      <TextField label={t("search")} type="search" autoComplete="off" value={q} onChange={(event) => setQ(event.target.value)} />
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {isFull && t("full")}
      </p>
      {list.error && !places && <Line>{t("failed")}</Line>}
      {!places && !list.error && <Line>{t("looking")}</Line>}
      {places?.length === 0 && <Line>{t("nobody")}</Line>}
      {places && (
        <ul aria-label={t("places")} className="mt-2 max-h-72 overflow-y-auto overscroll-contain">
          {places.map((conversation) => (
            <Place key={conversation.id} conversation={conversation} onChoose={(name) => forwardTo(conversation, name)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
};
