export type SearchField = "city" | "moveIn" | "maxRent";
/** The form's fields as they were written; rent in whole euros. */
export type SearchDraft = Record<SearchField, string>;

/** The address of a search: only what is set, so that links stay short. */
export const searchHref = (draft: SearchDraft, cursor?: string): string => {
  const set = Object.entries({ ...draft, cursor: cursor ?? "" }).filter(([, value]) => value.trim() !== "");
  const query = new URLSearchParams(set.map(([key, value]) => [key, value.trim()])).toString();
  return query ? `/?${query}` : "/";
};
