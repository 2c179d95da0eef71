"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { User } from "#lib/contract/accounts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { ConversationListEmpty, ListFailed, MoreFailed } from "./rare.tsx";
import { ConversationListSkeleton, ConversationRowSkeleton } from "./skeletons.tsx";
import type { InboxNavigation } from "./use-inbox-navigation.ts";

export type ListProps = Pick<InboxNavigation, "list" | "openId" | "hrefOf" | "open"> & {
  filter: ConversationFilter;
  q: string;
  role: User["role"];
};

/** Calls `onNear` when the end of the list comes near. */
export const NearEnd = ({ onNear }: { onNear: () => void }) => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { rootMargin: "400px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onNear]);
  return <div ref={mark} className="h-px" />;
};

const NextPage = ({ list }: Pick<ListProps, "list">) => {
  const t = useTranslations();
  if (list.moreFailed) return <MoreFailed words={t("inbox.list.failedMore")} onRetry={list.loadMore} />;
  return (
    <>
      <NearEnd onNear={list.loadMore} />
      <div role="status" className="sr-only">
        {list.isLoadingMore ? t("inbox.list.loadingMore") : ""}
      </div>
      <ConversationRowSkeleton />
    </>
  );
};

export const ConversationList = ({ list, filter, q, openId, hrefOf, open, role }: ListProps) => {
  const { conversations } = list;
  if (!conversations) {
    return list.error ? <ListFailed error={list.error} onRetry={list.retry} /> : <ConversationListSkeleton />;
  }
  if (conversations.length === 0 && !list.hasMore) {
    return <ConversationListEmpty filter={filter} q={q} role={role} />;
  }
  return (
    <>
      <ul className="pb-2">
        {conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === openId}
            href={hrefOf(conversation.id)}
            open={open}
          />
        ))}
      </ul>
      {list.hasMore && <NextPage list={list} />}
    </>
  );
};
