"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Visitor } from "#components/shell/types.ts";
import { ConversationList } from "./conversation-list.tsx";
import { ConversationSearch } from "./conversation-search.tsx";
import { ConversationTabs, panelId, tabId } from "./conversation-tabs.tsx";
import type { InboxNavigation } from "./use-inbox-navigation.ts";

type PaneProps = InboxNavigation & { user: Visitor };

/** The left side: search, filters, conversations. */
export const ConversationListPane = ({
  user,
  openId,
  hrefOf,
  open,
  close,
  filter,
  setFilter,
  q,
  setQ,
  search,
  list,
}: PaneProps) => {
  const t = useTranslations("inbox");
  return (
    <section
      aria-label={t("list.label")}
      className={clsx(
        "min-h-0 w-full flex-col bg-surface md:flex md:w-80 md:shrink-0 md:border-r lg:w-[344px]",
        openId ? "hidden" : "flex",
      )}
    >
      <header className="grid gap-3 px-[18px] pt-[18px] pb-2.5">
        {/* The page's heading, for eyes: the one for ears is there on a phone too while this pane is not. */}
        <p aria-hidden="true" className="font-bold text-xl tracking-tight">
          {t("title")}
        </p>
        <ConversationSearch value={q} onChange={setQ} field={search} />
        <ConversationTabs value={filter} onChange={setFilter} />
      </header>
      <div
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(filter)}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        <ConversationList
          list={list}
          filter={filter}
          q={q.trim()}
          openId={openId}
          hrefOf={hrefOf}
          open={open}
          close={close}
          role={user.role}
        />
      </div>
    </section>
  );
};
