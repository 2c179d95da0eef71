"use client";

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { NewSavedReply, SavedReplies, SavedReply } from "#lib/contract/saved-replies.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";
import { queryKeys } from "./query-keys.ts";
import { replyValues } from "./reply-values.ts";
import { locale } from "./texts/locale.ts";

const compare = (one: SavedReply, other: SavedReply): number => one.title.localeCompare(other.title, locale);

const keep = (client: QueryClient, change: (items: SavedReply[]) => SavedReply[]): void => {
  client.setQueryData<SavedReplies>(pageKeys.savedReplies, (known) => known && { items: change(known.items) });
};

const readReplies = (): Promise<SavedReplies> => call("GET /api/saved-replies", {});
const options = { networkMode: "always" } as const;

type Edit = { id?: string | undefined; reply: NewSavedReply };

/** One's own replies, as the server found them when it made the page, and the ways to change them. */
export const useSavedReplies = (initial: SavedReplies) => {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: pageKeys.savedReplies,
    queryFn: readReplies,
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const save = useMutation({
    mutationFn: ({ id, reply }: Edit) =>
      id === undefined
        ? call("POST /api/saved-replies", { body: reply })
        : call("PATCH /api/saved-replies/{id}", { params: { id }, body: reply }),
    onSuccess: (saved) => keep(client, (items) => [...items.filter(({ id }) => id !== saved.id), saved].sort(compare)),
    ...options,
  });
  const remove = useMutation({
    mutationFn: (id: string) => call("DELETE /api/saved-replies/{id}", { params: { id } }),
    onSuccess: (_, gone) => keep(client, (items) => items.filter(({ id }) => id !== gone)),
    ...options,
  });
  const error = list.error ?? save.error ?? remove.error;
  const isSignedOut = error !== null && asApiError(error).code === "unauthenticated";
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
  return { items: list.data.items, error, save, remove };
};

/** The replies to choose from in a conversation, and what it knows of their variables. */
export const useRepliesFor = ({ id, listing }: ConversationSummary, otherName: string | undefined) => {
  const replies = useQuery({ queryKey: pageKeys.savedReplies, queryFn: readReplies, staleTime: 0, retry: false, ...options });
  const bookings = useQuery({
    queryKey: queryKeys.bookingsIn(id),
    queryFn: () => call("GET /api/bookings", { query: { conversationId: id } }),
    staleTime: 0,
    retry: false,
    ...options,
  });
  // Without its bookings a conversation knows less, and what is missing is asked for: no reason to wait for a second try.
  // Bookings that change afterwards are asked for anew below the choice, which keeps what was typed into it.
  const isReady = replies.data !== undefined && bookings.isFetchedAfterMount;
  return {
    items: isReady ? replies.data.items : undefined,
    values: replyValues({
      otherName,
      listingTitle: listing?.title,
      bookings: bookings.data?.items ?? [],
      now: new Date(),
    }),
    hasFailed: replies.data === undefined && replies.isError,
    retry: () => void replies.refetch(),
  };
};
