"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

export type Subject = { listing: string; room: string | null };

/**
 * Who comes from a room's page (`?about=<room id>`) gets a question to start from. Calls `propose` once with what it is about;
 * the address then forgets it, so that a reload proposes nothing again.
 */
export const useProposal = ({ listing }: ConversationSummary, propose: (subject: Subject) => void): void => {
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
    if (about === null || !listing || !(data || isError)) return;
    const room = data?.rooms.find(({ id }) => id === about)?.name ?? null;
    propose({ listing: listing.title, room });
    window.history.replaceState(window.history.state, "", pathname);
  }, [about, listing, data, isError, propose, pathname]);
};
