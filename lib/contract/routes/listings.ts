import { Listing, ListingPage, ListingQuery } from "../housing.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** Homes, as anybody finds them. */
export const listingRoutes = {
  "GET /api/listings": {
    summary: "Published listings, newest first.",
    access: "open",
    params: Nothing,
    query: ListingQuery,
    body: Nothing,
    output: ListingPage,
    statuses: [200],
    codes: [],
    rate: "other",
  },
  "GET /api/listings/{id}": {
    summary: "One listing with its rooms.",
    access: "open",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Listing,
    statuses: [200],
    codes: ["not_found"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
