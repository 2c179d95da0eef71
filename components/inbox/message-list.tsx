"use client";

import { lazy, type Ref, Suspense, useCallback, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import type { OutboxEntry } from "#lib/client/outbox-entry.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import type { Thread } from "#lib/client/thread.ts";
import { useHydrated } from "#lib/client/use-hydrated.ts";
import { useMessageRows } from "#lib/client/use-message-rows.ts";
import { useReadOnSight } from "#lib/client/use-read-on-sight.ts";
import { useThreadScroll } from "#lib/client/use-thread-scroll.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { useConversationName } from "./conversation-name.ts";
import { FirstMessages } from "./first-messages.tsx";
import { MessageAnnouncer } from "./message-announcer.tsx";
import { MessageRowView } from "./message-row-view.tsx";
import { OlderMessages, olderHeight } from "./older-messages.tsx";
import { JumpButton } from "./rare.tsx";

const loadTools = () => import("./message-tools.tsx");
const MessageTools = lazy(() => loadTools().then((module) => ({ default: module.MessageTools })));

/** What one has pressed among the messages: the button beside one, or what one quotes. */
export type Wish = { anchor: HTMLElement };

export type MessageListHandle = { follow: () => void };

type ListProps = {
  ref: Ref<MessageListHandle>;
  conversation: ConversationSummary;
  thread: Thread;
  waiting: readonly OutboxEntry[];
  isLoadingOlder: boolean;
  olderFailed: boolean;
  loadOlder: () => void;
  loadNewer: () => void;
  loadNewest: () => Promise<unknown>;
};

/** The messages of a conversation, of which only those in view are in the document. */
export const MessageList = ({ ref, conversation, thread, waiting, ...paging }: ListProps) => {
  const t = useTranslations("inbox.messages");
  const { name } = useConversationName(conversation);
  const isHydrated = useHydrated();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const { rows, newFromSeq } = useMessageRows(conversation, thread, waiting);
  const watch = useReadOnSight(conversation, scroller);
  const [wish, setWish] = useState<Wish | null>(null);
  const { hasOlder, hasNewer } = thread;
  const { isLoadingOlder, olderFailed, loadOlder, loadNewer, loadNewest } = paging;
  const { page } = useRealtime();
  const [sought] = useState(() => page.getState().sought);
  const soughtAt = rows.findIndex(({ key }) => key === sought);
  const isSought = soughtAt !== -1;
  const opening = isSought ? soughtAt : rows.findIndex(({ seq }) => seq !== null && seq === newFromSeq);
  const openAt = opening === -1 ? null : opening;
  const { isPrepend, isAtEnd, onScroll, onResize, follow } = useThreadScroll({
    list,
    rows,
    openAt,
    isSought,
    hasOlder: hasOlder && !olderFailed,
    hasNewer,
    loadOlder,
    loadNewer,
  });

  const toNewest = useCallback(() => {
    if (!hasNewer) return follow();
    void loadNewest().then(follow, () => undefined);
  }, [hasNewer, follow, loadNewest]);
  // What was looked for here earlier may have left a window that ends before the conversation does.
  const endsEarly = useRef(openAt === null && hasNewer);
  useEffect(() => {
    if (endsEarly.current) toNewest();
    endsEarly.current = false;
  }, [toNewest]);
  useImperativeHandle(ref, () => ({ follow: toNewest }), [toNewest]);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is pressed are the buttons inside, and the keyboard presses those too */}
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t("label", { name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller, which the keyboard must be able to scroll
        tabIndex={0}
        onClick={({ target }) => {
          const anchor = (target as Element).closest<HTMLElement>("[data-tools]");
          // Without a network it may not be there to be had: then nothing happens, and the next press asks again.
          if (anchor)
            loadTools().then(
              () => setWish({ anchor }),
              () => undefined,
            );
        }}
        onPointerEnter={() => void loadTools().catch(() => undefined)}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-3 -outline-offset-2 [overflow-anchor:none] md:px-7"
      >
        {isHydrated ? (
          <>
            <div className="grow" />
            <OlderMessages hasOlder={hasOlder} isLoading={isLoadingOlder} hasFailed={olderFailed} onRetry={loadOlder} />
            <Virtualizer
              ref={list}
              data={rows}
              shift={isPrepend}
              startMargin={olderHeight}
              scrollRef={scroller}
              onScroll={onScroll}
              onResize={onResize}
            >
              {(row) => <MessageRowView key={row.key} row={row} isGroup={conversation.kind === "group"} watch={watch} />}
            </Virtualizer>
          </>
        ) : (
          <FirstMessages rows={rows} openAt={openAt} isGroup={conversation.kind === "group"} />
        )}
      </div>
      {!isAtEnd && <JumpButton count={conversation.unreadCount} onJump={toNewest} />}
      {wish && (
        <Suspense fallback={null}>
          <MessageTools conversation={conversation} thread={thread} rows={rows} list={list} wish={wish} />
        </Suspense>
      )}
      <MessageAnnouncer rows={rows} lastSeq={conversation.lastSeq} />
    </div>
  );
};
