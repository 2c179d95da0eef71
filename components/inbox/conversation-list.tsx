"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Virtualizer } from "virtua";
import type { User } from "#lib/contract/accounts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { panelId } from "./conversation-tabs.tsx";
import { ConversationListEmpty, ListFailed, MoreFailed } from "./rare.tsx";
import { ConversationListSkeleton, ConversationRowSkeleton } from "./skeletons.tsx";
import type { InboxNavigation } from "./use-inbox-navigation.ts";

export type ListProps = Pick<InboxNavigation, "list" | "openId" | "hrefOf" | "open"> & {
  filter: ConversationFilter;
  q: string;
  role: User["role"];
};

/** Calls `onNear` when the end of the list comes near. */
const NearEnd = ({ onNear }: { onNear: () => void }) => {
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

/** As many as the server paints: a page. */
const FIRST = 30;
/** In pixels beyond what is in view: rows are there before the arrow keys or a finger come to them. */
const AHEAD = 1_500;

const scroller = {
  get current(): HTMLElement | null {
    return document.getElementById(panelId);
  },
};

/** The conversations, of which only those near the view are in the document: some people have thousands. */
export const ConversationList = ({ list, filter, q, openId, hrefOf, open, role }: ListProps) => {
  const { conversations } = list;
  const openAt = conversations?.findIndex(({ id }) => id === openId) ?? -1;
  if (!conversations) {
    return list.error ? <ListFailed error={list.error} onRetry={list.retry} /> : <ConversationListSkeleton />;
  }
  if (conversations.length === 0 && !list.hasMore) {
    return <ConversationListEmpty filter={filter} q={q} role={role} />;
  }
  return (
    <>
      <div className="pb-2">
        <Virtualizer
          data={conversations}
          as="ul"
          item="li"
          scrollRef={scroller}
          bufferSize={AHEAD}
          ssrCount={FIRST}
          // The way back from a conversation leads to its row.
          keepMounted={openAt === -1 ? [] : [openAt]}
        >
          {(conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              isOpen={conversation.id === openId}
              href={hrefOf(conversation.id)}
              open={open}
            />
          )}
        </Virtualizer>
      </div>
      {list.hasMore && <NextPage list={list} />}
    </>
  );
};

/** What a search takes of the list. It is handed over: what a file that comes later imports is cut out of those that are there. */
export const listParts = { List: ConversationList, NearEnd, Skeleton: ConversationRowSkeleton };
export type ListParts = typeof listParts;
