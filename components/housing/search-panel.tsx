"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { ListingGridSkeleton } from "./listing-grid-skeleton.tsx";
import { SearchForm } from "./search-form.tsx";
import { type SearchDraft, type SearchField, searchHref } from "./search-href.ts";

type SearchPanelProps = {
  /** The search of the address. */
  searched: SearchDraft;
  ignored: readonly SearchField[];
  /** What was found, as the heading says it; read out when it changes. */
  summary: string;
  /** What was found, rendered by the server. */
  children: ReactNode;
};

/** The fields as they are being written; the browser's back button brings back those of its page. */
const useDraft = (searched: SearchDraft) => {
  const key = searchHref(searched);
  const [state, setState] = useState({ key, draft: searched });
  if (state.key !== key) setState({ key, draft: searched });
  return [state.draft, (draft: SearchDraft) => setState({ key, draft })] as const;
};

/** The search form over its results, which turn into skeletons while the next ones are on their way. */
export const SearchPanel = ({ searched, ignored, summary, children }: SearchPanelProps) => {
  const t = useTranslations("housing.results");
  const router = useRouter();
  const [draft, setDraft] = useDraft(searched);
  const [loading, startLoading] = useTransition();
  const search = () => startLoading(() => router.push(searchHref(draft)));
  return (
    <div className="grid gap-5">
      <SearchForm draft={draft} ignored={ignored} busy={loading} onChange={setDraft} onSearch={search} />
      <p role="status" className="sr-only">
        {loading ? t("loading") : summary}
      </p>
      <div aria-busy={loading}>{loading ? <ListingGridSkeleton /> : children}</div>
    </div>
  );
};
