import { notFound } from "next/navigation";
import { cache } from "react";
import type { Listing } from "#lib/contract/housing.ts";
import { Id } from "#lib/contract/primitives.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../failure-code.ts";

/** The listing of an address, once for its page and its metadata; its landlord sees it also before it is published. */
export const listingOf = cache(async (id: string): Promise<Listing> => {
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.listings.get(id, (await pageActor())?.userId);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
});
