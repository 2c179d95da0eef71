"use client";

import clsx from "clsx";
import { UsersRound } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { SearchResults as Results } from "#components/search/search-results.tsx";
import type { Visitor } from "#components/shell/types.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { usePage } from "#lib/client/realtime-context.ts";
import { ConversationList, listParts } from "./conversation-list.tsx";
import { ConversationSearch } from "./conversation-search.tsx";
import { ConversationTabs, panelId, tabId } from "./conversation-tabs.tsx";
import { ConversationListSkeleton } from "./skeletons.tsx";
import type { InboxNavigation } from "./use-inbox-navigation.ts";

/** It comes with the first search; where it cannot be had, the conversations alone are searched. */
const SearchResults = lazy<typeof Results>(() =>
  import("#components/search/search-results.tsx").then(
    (module) => ({ default: module.SearchResults }),
    () => ({ default: ConversationList }),
  ),
);
const loadNewGroup = () => import("#components/groups/new-group.tsx");
const NewGroup = lazy(() => loadNewGroup().then((module) => ({ default: module.NewGroup })));

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys walk from the search to the first row, and from row to row. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key];
  const stops: (Element | null)[] = [...event.currentTarget.querySelectorAll("input[type=search], a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (step ?? 0)];
  if (!step || event.altKey || at === -1 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
};

type PaneProps = InboxNavigation & { user: Visitor };

/** The left side: search, filters, conversations. */
export const ConversationListPane = ({ user, filter, setFilter, q, setQ, clear, search, ...listed }: PaneProps) => {
  const t = useTranslations();
  const [makesGroup, setMakesGroup] = useState(false);
  const isScoped = usePage(({ searchIn }) => searchIn !== null);
  const wanted = q.trim();
  const isSearching = wanted !== "" || isScoped;
  const { openId, open } = listed;
  const view = { ...listed, filter, q: wanted, role: user.role };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || !isSearching || event.defaultPrevented) return walk(event);
    event.preventDefault();
    clear();
  };
  return (
    <>
      <section
        aria-label={t("inbox.list.label")}
        onKeyDown={onKeyDown}
        className={clsx(
          "min-h-0 w-full flex-col bg-surface md:flex md:w-80 md:shrink-0 md:border-r lg:w-[344px]",
          openId ? "hidden" : "flex",
        )}
      >
        <header className="grid gap-3 px-[18px] pt-[18px] pb-2.5">
          {/* The page's heading, for eyes: the one for ears is there on a phone too while this pane is not. */}
          <p className="-mr-2 -my-1.5 flex items-center justify-between font-bold text-xl tracking-tight">
            <span aria-hidden="true">{t("inbox.title")}</span>
            <IconButton
              label={t("groups.make")}
              icon={<UsersRound aria-hidden="true" className="size-5" />}
              onClick={() =>
                loadNewGroup().then(
                  () => setMakesGroup(true),
                  () => undefined,
                )
              }
            />
          </p>
          <ConversationSearch value={q} onChange={setQ} onClear={clear} field={search} />
          <ConversationTabs value={filter} onChange={setFilter} />
        </header>
        <div
          role="tabpanel"
          id={panelId}
          aria-labelledby={tabId(filter)}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        >
          {isSearching ? (
            <Suspense fallback={<ConversationListSkeleton />}>
              <SearchResults {...view} parts={listParts} />
            </Suspense>
          ) : (
            // In no boundary: what is large and in one comes apart from the page, and is shown a third of a second after it.
            <ConversationList {...view} />
          )}
        </div>
      </section>
      {/* Beside it: the keys of a dialog are not the list's. */}
      {makesGroup && (
        <Suspense fallback={null}>
          <NewGroup
            onClose={() => setMakesGroup(false)}
            onMade={(id) => {
              setMakesGroup(false);
              open(id);
            }}
          />
        </Suspense>
      )}
    </>
  );
};
