"use client";

import { type ReactNode, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useConversations } from "#lib/client/use-conversations.ts";
import { useDebounced } from "#lib/client/use-debounced.ts";
import { useFileWords } from "#lib/client/use-file-words.ts";
import { useForwarding } from "#lib/client/use-forwarding.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { ConversationAvatar } from "./conversation-avatar.tsx";
import { useConversationName } from "./conversation-name.ts";

const PAUSE_MS = 250;
/** So many pictures are shown of those that go out again. */
const SHOWN = 4;

type PlaceProps = { conversation: ConversationSummary; isBusy: boolean; onChoose: (name: string) => void };

const Place = ({ conversation, isBusy, onChoose }: PlaceProps) => {
  const { name } = useConversationName(conversation);
  return (
    <li>
      <button
        type="button"
        disabled={isBusy}
        onClick={() => onChoose(name)}
        className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-card px-2 text-left hover:bg-surface-2 disabled:cursor-wait disabled:opacity-60"
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

/** What goes out again: the words, and what its files are. */
const Forwarded = ({ message: { content, attachments } }: { message: Message }) => {
  const wordsOf = useFileWords();
  const pictures = attachments.filter(({ kind }) => kind === "image");
  return (
    <blockquote className="mb-4 grid gap-2 rounded-card bg-surface-2 px-3 py-2 text-[14px] text-text-2">
      {attachments.length > 0 && (
        <div className="flex items-center gap-2">
          {pictures.slice(0, SHOWN).map(({ id }) => (
            // biome-ignore lint/performance/noImgElement: nothing resizes pictures here, and this one is small
            <img key={id} src={`/api/attachments/${id}/thumbnail`} alt="" className="size-11 rounded-md object-cover" />
          ))}
          <span dir="auto" className="min-w-0 truncate">
            {wordsOf(attachments)}
          </span>
        </div>
      )}
      {content !== "" && (
        <p dir="auto" className="line-clamp-3">
          {content}
        </p>
      )}
    </blockquote>
  );
};

type ForwardProps = {
  message: Message;
  anchor: HTMLElement;
  onClose: () => void;
  /** It waits to be sent to who is called so. */
  onForwarded: (name: string) => void;
};

/** Where a message is said again, as one's own: whoever gets it is not told who said it first, nor where. */
export const ForwardDialog = ({ message, anchor, onClose, onForwarded }: ForwardProps) => {
  const t = useTranslations("inbox.forward");
  const tError = useTranslations("common.errors");
  const [q, setQ] = useState("");
  const { isBusy, trouble, forward } = useForwarding(message);
  const list = useConversations({ filter: "all", q: useDebounced(q.trim(), PAUSE_MS) });
  const places = list.conversations?.filter(({ id, membership, blocked }) => {
    return id !== message.conversationId && membership === "active" && blocked === "none";
  });
  const forwardTo = async ({ id }: ConversationSummary, name: string): Promise<void> => {
    if (await forward(id)) onForwarded(name);
  };
  const words = trouble === "full" ? t("full") : trouble?.code === "conflict" ? trouble.message : trouble && tError(trouble.code);
  const returnTo: RefObject<HTMLElement> = { current: anchor };
  return (
    <Dialog open onOpenChange={onClose} returnTo={returnTo} title={t("title")} description={t("lead")}>
      <Forwarded message={message} />
      <TextField label={t("search")} type="search" autoComplete="off" value={q} onChange={(event) => setQ(event.target.value)} />
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {words}
      </p>
      <p role="status" className="text-[14px] text-text-2 empty:hidden">
        {isBusy && message.attachments.length > 0 && t("copying")}
      </p>
      {list.error && !places && <Line>{t("failed")}</Line>}
      {!places && !list.error && <Line>{t("looking")}</Line>}
      {places?.length === 0 && <Line>{t("nobody")}</Line>}
      {places && (
        <ul aria-label={t("places")} className="mt-2 max-h-72 overflow-y-auto overscroll-contain">
          {places.map((conversation) => (
            <Place
              key={conversation.id}
              conversation={conversation}
              isBusy={isBusy}
              onChoose={(name) => void forwardTo(conversation, name)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
};
