"use client";

import { lazy, Suspense } from "react";
import { useConversation } from "#lib/client/use-conversation.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { LazyConversationProblem } from "./lazy-conversation-problem.tsx";
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
          <LazyConversationProblem error={error} onRetry={() => void refetch()} onBack={onBack} />
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
