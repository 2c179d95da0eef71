"use client";

import { lazy, type RefObject, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { type LoadedEmojiPanel, loadEmojiPanel } from "#components/emoji/load-emoji-panel.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";
import type { Quote } from "#lib/client/outbox-entry.ts";
import type { Drafting } from "#lib/client/page-store.ts";
import { usePage, useRealtime } from "#lib/client/realtime-context.ts";
import { sentMessage } from "#lib/client/sent-message.ts";
import type { Thread } from "#lib/client/thread.ts";
import { useMessageChanges } from "#lib/client/use-message-changes.ts";
import { useQuoteJump } from "#lib/client/use-quote-jump.ts";
import { useUndoableDeletion } from "#lib/client/use-undoable-deletion.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";
import { MessageInfo } from "./message-info.tsx";
import type { Wish } from "./message-list.tsx";
import { MessageMenu } from "./message-menu.tsx";

const loadForward = () => import("./forward-dialog.tsx");
const ForwardDialog = lazy(() => loadForward().then((module) => ({ default: module.ForwardDialog })));

type ToolsProps = {
  conversation: ConversationSummary;
  thread: Thread;
  rows: readonly MessageRow[];
  list: RefObject<{ scrollToIndex: (index: number, options?: { align?: "start" | "end" | "center" }) => void } | null>;
  wish: Wish;
};

const EXCERPT_CHARACTERS = 140;
const quoteOf = ({ messageId, senderId, content }: Message): Quote => ({
  messageId,
  senderId,
  excerpt: [...content].slice(0, EXCERPT_CHARACTERS).join(""),
});

/** What waits to be sent, as the message that it will be. */
const useUnsent = (pressedId: string | undefined): Message | undefined => {
  const { self } = useRealtime();
  const entry = usePage(({ outbox }) => outbox.find(({ messageId }) => messageId === pressedId));
  if (!entry) return undefined;
  const { conversationId, messageId } = entry;
  const createdAt = new Date().toISOString();
  const never = { seq: Number.MAX_SAFE_INTEGER, rev: 0, status: "sent", createdAt, duplicate: false } as const;
  return sentMessage(entry, { conversationId, messageId, ...never }, self);
};

/** Says what has just happened, above the place to write. */
const Toast = ({ text, action }: { text: string; action?: { label: string; onPress: () => void } }) => (
  <div className="absolute inset-x-0 bottom-3 z-20 flex justify-center px-16">
    <p className="flex min-h-11 items-center gap-3 rounded-card bg-text px-4 text-[14px] text-bg shadow-2">
      {text}
      {action && (
        <button
          type="button"
          onClick={action.onPress}
          className="min-h-11 cursor-pointer font-semibold underline underline-offset-2"
        >
          {action.label}
        </button>
      )}
    </p>
  </div>
);

/** Everything that one can do with single messages. It comes with the first press, and stays. */
export const MessageTools = ({ conversation, thread, rows, list, wish }: ToolsProps) => {
  const t = useTranslations("inbox.messages");
  const emoji = useTranslations("emoji");
  const { page, self } = useRealtime();
  const { react } = useMessageChanges();
  const changes = usePage((state) => state.changes);
  const amend = usePage((state) => state.amend);
  const [isOpen, setOpen] = useState(false);
  const [picking, setPicking] = useState<{ message: Message; Panel: LoadedEmojiPanel } | null>(null);
  const [info, setInfo] = useState<Message | null>(null);
  const [forwarding, setForwarding] = useState<Message | null>(null);
  const [forwardedTo, setForwardedTo] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const deletion = useUndoableDeletion();
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      fail();
    }
  };
  const jump = useQuoteJump({ conversationId: conversation.id, rows, list, hasOlder: thread.hasOlder, onLost: fail });
  useEffect(() => {
    setFailed(false);
    setForwardedTo(null);
    setPicking(null);
    const { tools } = wish.anchor.dataset;
    if (tools === "true") setOpen(true);
    else if (tools) jump(tools);
  }, [wish, jump]);
  const pressedId = wish.anchor.closest<HTMLElement>("[data-message-id]")?.dataset.messageId;
  const unsent = useUnsent(pressedId);
  const held = thread.messages.find(({ messageId }) => messageId === pressedId) ?? unsent;
  const message = held && (amend?.message(held, changes, self.userId) ?? held);
  const isClosed = conversation.membership === "left" || conversation.blocked === "by_me";
  const close = (): void => setOpen(false);
  /** What shows it is there before it is needed: no composer may fail to come in the place of the one that goes. */
  const draft = async (kind: Drafting["kind"], about: Message): Promise<void> => {
    await import("./draft.tsx");
    page.setState({ drafting: { kind, message: about, quote: quoteOf(about) } });
  };
  return (
    <>
      {isOpen && message && !message.deletedAt && (
        <MessageMenu
          message={message}
          anchor={wish.anchor}
          isClosed={isClosed}
          isUnsent={message.messageId === unsent?.messageId}
          onClose={close}
          onReact={(emoji, op) => {
            close();
            attempt(() => react(message, emoji, op));
          }}
          onMoreEmoji={() =>
            void loadEmojiPanel()
              .then((Panel) => setPicking({ message, Panel }))
              .catch(fail)
          }
          onDraft={(kind) => void draft(kind, message).catch(fail)}
          onCopy={() => void navigator.clipboard.writeText(message.content).catch(fail)}
          onForward={() =>
            void loadForward()
              .then(() => setForwarding(message))
              .catch(fail)
          }
          onInfo={() => setInfo(message)}
          onDelete={() => attempt(() => deletion.begin(message))}
        />
      )}
      {picking && (
        <picking.Panel
          title={emoji("reactTitle")}
          anchor={wish.anchor}
          returnTo={{ current: wish.anchor }}
          onClose={() => setPicking(null)}
          onPick={(chosen) => {
            setPicking(null);
            attempt(() => react(picking.message, chosen, "add"));
          }}
        />
      )}
      {info && <MessageInfo message={info} anchor={wish.anchor} onClose={() => setInfo(null)} />}
      {forwarding && (
        <Suspense fallback={null}>
          <ForwardDialog
            message={forwarding}
            anchor={wish.anchor}
            onClose={() => setForwarding(null)}
            onForwarded={(name) => {
              setForwarding(null);
              setForwardedTo(name);
            }}
          />
        </Suspense>
      )}
      <div role="status">
        {forwardedTo !== null && !deletion.isLeaving && <Toast text={t("forwarded", { name: forwardedTo })} />}
        {deletion.isLeaving && <Toast text={t("gone")} action={{ label: t("undo"), onPress: deletion.undo }} />}
      </div>
      <div role="alert">{hasFailed && <Toast text={t("changeFailed")} />}</div>
    </>
  );
};
