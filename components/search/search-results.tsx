"use client";

import { ListFilter } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ListParts, ListProps } from "#components/inbox/conversation-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { companionsIn } from "#lib/client/companions.ts";
import { usePage, useRealtime } from "#lib/client/realtime-context.ts";
import { NO_FILTERS } from "#lib/client/search-filters.ts";
import { useHit } from "#lib/client/use-hit.ts";
import { useMessageSearch } from "#lib/client/use-message-search.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { FoundConversations } from "./found-conversations.tsx";
import { FoundMessages } from "./found-messages.tsx";

/** Whoever asks to search in a conversation goes on in the field, as soon as that is on the page. */
const useFieldFor = (searchIn: string | null, openId: string | null): void => {
  const done = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the field is there once nothing is open
  useEffect(() => {
    if (searchIn === null || done.current === searchIn) {
      if (searchIn === null) done.current = null;
      return;
    }
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    field?.focus();
    if (field && document.activeElement === field) done.current = searchIn;
  }, [searchIn, openId]);
};

/** By whom a message may have been: those of the one conversation, or all whom one shares a held one with. */
const usePossibleWriters = (searchIn: string | null) => {
  const t = useTranslations("search");
  const { live, self } = useRealtime();
  const { conversations } = live.state();
  const within = searchIn === null ? Object.values(conversations) : [conversations[searchIn]].flatMap((one) => one ?? []);
  return [{ userId: self.userId, name: t("own") }, ...companionsIn(within, self.userId)];
};

/** What a search finds: conversations by their names, and messages by their words. It stands in the place of the list. */
export const SearchResults = ({ parts, ...props }: ListProps & { parts: ListParts }) => {
  const { q, openId, hrefOf, open } = props;
  const t = useTranslations("search");
  const { page } = useRealtime();
  const fields = useId();
  const searchIn = usePage((state) => state.searchIn);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [filtersShown, setFiltersShown] = useState(false);
  const [cameByHit, setCameByHit] = useState(true);
  const people = usePossibleWriters(searchIn);
  const found = useMessageSearch(q, searchIn, filters);
  useFieldFor(searchIn, openId);
  const openConversation = (id: string): void => {
    setCameByHit(false);
    open(id);
  };
  const hit = useHit((id) => {
    setCameByHit(true);
    open(id);
  });
  return (
    <>
      {searchIn === null && <FoundConversations {...props} List={parts.List} open={openConversation} />}
      <section aria-labelledby="found-messages">
        <header className="grid gap-2 px-[18px] pt-2 pb-2">
          <div className="flex items-center justify-between">
            <h2 id="found-messages" className="font-semibold text-[13px] text-text-2">
              {t("messages")}
            </h2>
            <Button
              variant="quiet"
              size="s"
              aria-expanded={filtersShown}
              aria-controls={fields}
              onClick={() => setFiltersShown((shown) => !shown)}
              className="-my-2 -mr-3"
            >
              <ListFilter aria-hidden="true" className="size-4" />
              {t("filter")}
            </Button>
          </div>
          <FilterChips
            searchIn={searchIn}
            filters={filters}
            nameOf={(userId) => people.find((person) => person.userId === userId)?.name ?? t("somebody")}
            onEverywhere={() => page.setState({ searchIn: null })}
            onChange={setFilters}
          />
          {filtersShown && <FilterFields id={fields} people={people} filters={filters} onChange={setFilters} />}
        </header>
        <FoundMessages
          q={q}
          found={found}
          hrefOf={hrefOf}
          hit={cameByHit ? hit : { ...hit, pressedId: undefined }}
          NearEnd={parts.NearEnd}
          Skeleton={parts.Skeleton}
        />
      </section>
    </>
  );
};
