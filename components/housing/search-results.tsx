import Link from "next/link";
import { buttonClass } from "#components/ui/button.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { ListingPage, Looser } from "#lib/contract/housing.ts";
import { ListingGrid } from "./listing-grid.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { type SearchDraft, searchHref } from "./search-href.ts";

/** '12 homes in Cambridge'. */
export const resultsTitle = (total: number, city: string): string => {
  const t = translator("housing");
  return city ? t("results.titleCity", { total, city }) : t("results.title", { total });
};

type SearchResultsProps = {
  page: ListingPage;
  searched: SearchDraft;
  /** What would find something, where nothing is found. */
  looser: Looser;
  isFirstPage: boolean;
  /** When the server made the page (ISO 8601). */
  at: string;
};

/** What a search found, with links to the pages before and after. */
export const SearchResults = ({ page, searched, looser, isFirstPage, at }: SearchResultsProps) => {
  const t = translator("housing");
  const linkClass = buttonClass({ variant: "secondary" });
  return (
    <div className="grid gap-5">
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{resultsTitle(page.total, searched.city)}</h1>
        {page.items.length > 0 && <p className="mt-0.5 text-text-2">{t("results.lead")}</p>}
      </div>
      {page.items.length > 0 ? (
        <ListingGrid listings={page.items} at={at} />
      ) : (
        <NothingFound searched={searched} looser={looser} />
      )}
      <div className="flex flex-wrap justify-center gap-3">
        {!isFirstPage && (
          <Link href={searchHref(searched)} className={linkClass}>
            {t("results.fromStart")}
          </Link>
        )}
        {page.nextCursor && (
          <Link href={searchHref(searched, page.nextCursor)} className={linkClass}>
            {t("results.more")}
          </Link>
        )}
      </div>
    </div>
  );
};
