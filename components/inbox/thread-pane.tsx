"use client";

import { useRef } from "react";
import { usePage } from "#lib/client/realtime-context.ts";
import { useThread } from "#lib/client/use-thread.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { Composer } from "./composer.tsx";
import { MessageList, type MessageListHandle } from "./message-list.tsx";
import { ConversationProblem } from "./rare.tsx";
import { ThreadSkeleton } from "./skeletons.tsx";
import { TypingLine } from "./typing-line.tsx";

/** The messages of a conversation and the place to write. */
export const ThreadPane = ({ conversation }: { conversation: ConversationSummary }) => {
  const held = useThread(conversation.id);
  const list = useRef<MessageListHandle>(null);
  const jumps = usePage((state) => state.jumps);
  const { thread, error, retry } = held;
  return (
    <>
      {thread ? (
        <MessageList key={jumps} ref={list} conversation={conversation} {...held} thread={thread} />
      ) : error ? (
        <ConversationProblem error={error} onRetry={retry} />
      ) : (
        <ThreadSkeleton />
      )}
      <TypingLine conversationId={conversation.id} />
      <Composer conversation={conversation} onSent={() => list.current?.follow()} />
    </>
  );
};
