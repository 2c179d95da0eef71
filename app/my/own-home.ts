import { notFound } from "next/navigation";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { Id } from "#lib/contract/primitives.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../failure-code.ts";
import { member } from "../visitor.ts";

/** The home of the address, if it is the visitor's own. */
export const ownHome = async (params: Promise<{ id: string }>): Promise<OwnListing> => {
  const { id } = await params;
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.ownListings.get(await member(), id);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
};
