"use client";

import { useEffect, useRef } from "react";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useConversation } from "#lib/client/use-conversation.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { ConversationMissing, ConversationProblem } from "./rare.tsx";
import { SidePanel } from "./side-panel.tsx";
import { ConversationHeaderSkeleton, ThreadSkeleton } from "./skeletons.tsx";
import { ThreadPane } from "./thread-pane.tsx";

type PaneProps = { id: string; onBack: () => void; onHelp: () => void };

/** The right side: one conversation. */
export const ConversationPane = ({ id, onBack, onHelp }: PaneProps) => {
  const { data: conversation, error, refetch } = useConversation(id);
  const { live, requests } = useRealtime();
  const isKnown = !!conversation;
  // As it is opened, not while it stays so: elsewhere it may be marked anew. Where that fails, the next opening tries again.
  useEffect(() => {
    if (isKnown && live.state().conversations[id]?.markedUnread)
      requests.change(id, { markedUnread: false }).catch(() => undefined);
  }, [id, isKnown, live, requests]);
  const title = useRef<string | null>(null);
  if (conversation?.title) title.current = conversation.title;
  if (conversation === null) return <ConversationMissing title={title.current} onBack={onBack} />;
  if (!conversation) {
    return (
      <div className="flex min-w-0 flex-1 flex-col bg-bg">
        {error ? (
          <ConversationProblem error={error} onRetry={() => void refetch()} onBack={onBack} />
        ) : (
          <>
            <ConversationHeaderSkeleton />
            <ThreadSkeleton />
          </>
        )}
      </div>
    );
  }
  return (
    <>
      <section className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg">
        <ConversationHeader conversation={conversation} onBack={onBack} onHelp={onHelp} />
        <ThreadPane conversation={conversation} />
      </section>
      <SidePanel conversation={conversation} />
    </>
  );
};
