import { ListingQuery } from "#lib/contract/housing.ts";
import type { SearchDraft, SearchField } from "./search-href.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : "");

/** '650' or '650.50' euros as cents; NaN for anything else. */
const centsOf = (euros: string) =>
  /^\d{1,6}([.,]\d{1,2})?$/.test(euros) ? Math.round(Number(euros.replace(",", ".")) * 100) : Number.NaN;

const { city, moveIn, maxRentCents, cursor } = ListingQuery.shape;

/**
 * Reads the address of a search. What does not fit is left out of the query and named in `ignored`, so that an old or
 * mistyped link still finds something.
 */
export const readSearch = (params: SearchParams) => {
  const draft: SearchDraft = { city: textOf(params.city), moveIn: textOf(params.moveIn), maxRent: textOf(params.maxRent) };
  const parsed = {
    city: city.safeParse(draft.city || undefined),
    moveIn: moveIn.safeParse(draft.moveIn || undefined),
    maxRent: maxRentCents.safeParse(draft.maxRent ? centsOf(draft.maxRent) : undefined),
  };
  const fields: SearchField[] = ["city", "moveIn", "maxRent"];
  const query = ListingQuery.parse({
    city: parsed.city.data,
    moveIn: parsed.moveIn.data,
    maxRentCents: parsed.maxRent.data,
    cursor: cursor.safeParse(textOf(params.cursor) || undefined).data,
  });
  const ignored = fields.filter((field) => !parsed[field].success);
  return { draft: { ...draft, ...Object.fromEntries(ignored.map((field) => [field, ""])) }, query, ignored };
};
