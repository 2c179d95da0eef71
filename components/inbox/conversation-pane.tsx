"use client";

import { lazy, Suspense, useEffect } from "react";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useConversation } from "#lib/client/use-conversation.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { ConversationProblem } from "./conversation-problem.tsx";
import { SidePanel } from "./side-panel.tsx";
import { ConversationHeaderSkeleton, ThreadSkeleton } from "./skeletons.tsx";
import { ThreadPane } from "./thread-pane.tsx";

/** It comes with the answer that says so. */
const ConversationMissing = lazy(() =>
  import("./conversation-missing.tsx").then((module) => ({ default: module.ConversationMissing })),
);

type PaneProps = { id: string; onBack: () => void; onHelp: () => void };

/** The right side: one conversation. */
export const ConversationPane = ({ id, onBack, onHelp }: PaneProps) => {
  const { data: conversation, error, refetch } = useConversation(id);
  const { live, requests } = useRealtime();
  const isKnown = !!conversation;
  // As it is opened, not while it stays so: elsewhere it may be marked anew.
  useEffect(() => {
    if (isKnown && live.state().conversations[id]?.markedUnread)
      requests.change(id, { markedUnread: false }).catch(() => undefined);
  }, [id, isKnown, live, requests]);
  if (conversation === null) {
    return (
      <Suspense fallback={null}>
        <ConversationMissing onBack={onBack} />
      </Suspense>
    );
  }
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
