import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readSearch, type SearchParams } from "#components/housing/listing-search.ts";
import { LiveHomes } from "#components/housing/live-homes.tsx";
import { searchHref } from "#components/housing/search-href.ts";
import { SearchPanel } from "#components/housing/search-panel.tsx";
import { resultsTitle, SearchResults } from "#components/housing/search-results.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { Looser } from "#lib/contract/housing.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "./failure-code.ts";
import { visit } from "./visitor.ts";

type Props = { searchParams: Promise<SearchParams> };

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { draft, query } = readSearch(await searchParams);
  const t = translator("housing");
  const canonical = searchHref(draft, query.cursor);
  const title = draft.city ? t("metaTitleCity", { city: draft.city }) : t("metaTitle");
  const about = { title, description: t("metaDescription") };
  return { ...about, alternates: { canonical }, openGraph: about };
};

/** What to suggest where nothing is found. */
const suggest = async ({ query }: ReturnType<typeof readSearch>, total: number): Promise<Looser> =>
  total > 0 ? { without: [], city: null } : runtime().services.listings.looser(query);

/** A cursor of another time or place leads to the first page. */
const find = async ({ draft, query }: ReturnType<typeof readSearch>) => {
  try {
    return await runtime().services.listings.search(query);
  } catch (error) {
    if (failureCode(error) === "validation_failed" && query.cursor) return redirect(searchHref(draft));
    throw error;
  }
};

const SearchPage = async ({ searchParams }: Props) => {
  const search = readSearch(await searchParams);
  const [visitor, page] = await Promise.all([visit(), find(search)]);
  const looser = await suggest(search, page.total);
  const { draft, query, ignored } = search;
  return (
    <PublicPage current="listings" {...visitor}>
      <div className="mx-auto max-w-[1236px] px-4 py-5 md:px-7 md:py-6">
        <SearchPanel searched={draft} ignored={ignored} summary={resultsTitle(page.total, draft.city)}>
          <LiveHomes self={visitor.user}>
            <SearchResults
              page={page}
              searched={draft}
              looser={looser}
              isFirstPage={!query.cursor}
              at={new Date().toISOString()}
            />
          </LiveHomes>
        </SearchPanel>
      </div>
    </PublicPage>
  );
};

export default SearchPage;
