"use client";

import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import type { User } from "#lib/contract/accounts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";
import type { ConversationListEmpty as Empty } from "./conversation-list-empty.tsx";
import type { ConversationListFailed as Failed } from "./conversation-list-failed.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { ConversationListSkeleton, ConversationRowSkeleton } from "./skeletons.tsx";
import type { InboxNavigation } from "./use-inbox-navigation.ts";

/** Most lists are not empty; where it cannot be had, an empty one says nothing. */
const ConversationListEmpty = lazy<typeof Empty>(() =>
  import("./conversation-list-empty.tsx").then(
    (module) => ({ default: module.ConversationListEmpty }),
    () => ({ default: () => <></> }),
  ),
);

/** Most load; where it cannot be had, the bar above says that there is no network, and a new line loads anew. */
const ConversationListFailed = lazy<typeof Failed>(() =>
  import("./conversation-list-failed.tsx").then(
    (module) => ({ default: module.ConversationListFailed }),
    () => ({ default: () => <></> }),
  ),
);

type ListProps = Pick<InboxNavigation, "list" | "openId" | "hrefOf" | "open"> & {
  filter: ConversationFilter;
  q: string;
  role: User["role"];
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys walk from row to row. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key];
  if (step === undefined || event.altKey) return;
  const rows: (Element | null)[] = [...event.currentTarget.querySelectorAll("a")];
  const next = rows[rows.indexOf(document.activeElement) + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
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
  if (list.moreFailed) {
    return (
      <div className="grid justify-items-center gap-2 p-4 text-center text-[13.5px] text-text-2">
        <p role="alert">{t("inbox.list.failedMore")}</p>
        <Button variant="secondary" size="s" onClick={list.loadMore}>
          {t("common.tryAgain")}
        </Button>
      </div>
    );
  }
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
    if (!list.error) return <ConversationListSkeleton />;
    return (
      <Suspense fallback={null}>
        <ConversationListFailed error={list.error} onRetry={list.retry} />
      </Suspense>
    );
  }
  if (conversations.length === 0 && !list.hasMore) {
    return (
      <Suspense fallback={null}>
        <ConversationListEmpty filter={filter} q={q} role={role} />
      </Suspense>
    );
  }
  return (
    <>
      <ul onKeyDown={walk} className="pb-2">
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
