export type SearchField = "q" | "city" | "moveIn" | "moveOut" | "maxRent" | "sort";
/** The form's fields as they were written; rent in whole euros, `sort` empty for the usual order. */
export type SearchDraft = Record<SearchField, string>;

export const emptySearch: SearchDraft = { q: "", city: "", moveIn: "", moveOut: "", maxRent: "", sort: "" };

/** The address of a search: only what is set, so that links stay short. */
export const searchHref = (draft: SearchDraft, cursor?: string): string => {
  const set = Object.entries({ ...draft, cursor: cursor ?? "" }).filter(([, value]) => value.trim() !== "");
  const query = new URLSearchParams(set.map(([key, value]) => [key, value.trim()])).toString();
  return query ? `/?${query}` : "/";
};
