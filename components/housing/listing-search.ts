import { centsOf } from "#lib/client/euros.ts";
import { ListingFields } from "#lib/contract/housing.ts";
import type { SearchDraft, SearchField } from "./search-href.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : "");

const { q, city, moveIn, moveOut, maxRentCents, sort, cursor } = ListingFields.shape;

/** A day of leaving says nothing without one of coming before it. */
const isBefore = (from: string | undefined, to: string | undefined) => to === undefined || (from !== undefined && from < to);

/**
 * Reads the address of a search. What does not fit is left out of the query and named in `ignored`, so that an old or
 * mistyped link still finds something.
 */
export const readSearch = (params: SearchParams) => {
  const draft: SearchDraft = {
    q: textOf(params.q),
    city: textOf(params.city),
    moveIn: textOf(params.moveIn),
    moveOut: textOf(params.moveOut),
    maxRent: textOf(params.maxRent),
    sort: textOf(params.sort),
  };
  const parsed = {
    q: q.safeParse(draft.q || undefined),
    city: city.safeParse(draft.city || undefined),
    moveIn: moveIn.safeParse(draft.moveIn || undefined),
    moveOut: moveOut.safeParse(draft.moveOut || undefined),
    maxRent: maxRentCents.safeParse(draft.maxRent ? centsOf(draft.maxRent) : undefined),
    sort: sort.safeParse(draft.sort || undefined),
  };
  const isStay = isBefore(parsed.moveIn.data, parsed.moveOut.data);
  const query = ListingFields.parse({
    q: parsed.q.data,
    city: parsed.city.data,
    moveIn: parsed.moveIn.data,
    moveOut: isStay ? parsed.moveOut.data : undefined,
    maxRentCents: parsed.maxRent.data,
    sort: parsed.sort.data,
    cursor: cursor.safeParse(textOf(params.cursor) || undefined).data,
  });
  const fields: SearchField[] = ["q", "city", "moveIn", "moveOut", "maxRent", "sort"];
  const ignored = fields.filter((field) => !parsed[field].success || (field === "moveOut" && !isStay));
  return { draft: { ...draft, ...Object.fromEntries(ignored.map((field) => [field, ""])) }, query, ignored };
};
