"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

export type Subject = { listing: string; room: string | null };

type Settings = { propose: (subject: Subject) => void; isTouched: boolean };

/**
 * Who comes from a room's page (`?about=<room id>`) gets a question to start from: calls `propose` with what it is about. The
 * address forgets it once something was written or sent; until then a reload proposes it again.
 */
export const useProposal = ({ listing }: ConversationSummary, { propose, isTouched }: Settings): void => {
  const about = useSearchParams().get("about");
  const pathname = usePathname();
  const listingId = listing?.id ?? "";
  const { data, isError } = useQuery({
    queryKey: queryKeys.listing(listingId),
    queryFn: () => call("GET /api/listings/{id}", { params: { id: listingId } }),
    enabled: about !== null && listing !== undefined,
    retry: false,
  });
  useEffect(() => {
    if (about === null || isTouched || !listing || !(data || isError)) return;
    const room = data?.rooms.find(({ id }) => id === about)?.name ?? null;
    propose({ listing: listing.title, room });
  }, [about, isTouched, listing, data, isError, propose]);
  useEffect(() => {
    if (about !== null && isTouched) window.history.replaceState(window.history.state, "", pathname);
  }, [about, isTouched, pathname]);
};
