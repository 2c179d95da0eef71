"use client";

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import type { NewListing, NewRoom, OwnListing, OwnListings } from "#lib/contract/own-listings.ts";
import { asApiError, call } from "./api.ts";
import { signInAddress } from "./goodbye.ts";
import { pageKeys } from "./page-keys.ts";
import type { Realtime, Self } from "./realtime.ts";

/** Every change is answered with the whole home: it takes the place of what was known of it. */
const keep = (client: QueryClient, home: OwnListing): void => {
  client.setQueryData(pageKeys.ownListing(home.id), home);
  client.setQueryData<OwnListings>(
    pageKeys.ownListings,
    (known) => known && { items: known.items.map((item) => (item.id === home.id ? home : item)) },
  );
};

/** Whoever's session has ended goes to sign in, and comes back here. */
const useSignedIn = (error: Error | null): void => {
  const isSignedOut = error !== null && asApiError(error).code === "unauthenticated";
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
};

const openLine = async (self: Self, client: QueryClient): Promise<Realtime> => {
  const realtime = (await import("./realtime.ts")).realtimeFor(self, client);
  realtime.start();
  return realtime;
};

/** Calls back when a booking of this person's has changed, or may have while the line was away. */
const useBookingNews = (self: Self, onNews: () => void): void => {
  const client = useQueryClient();
  const hear = useEffectEvent(onNews);
  const { userId, name, role } = self;
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    const follow = async (): Promise<void> => {
      const realtime = await openLine({ userId, name, role }, client);
      if (isGone) return;
      stop = realtime.listen(({ event }) => {
        if (event === "booking:updated" || event === "session:ready") hear();
      });
    };
    // Without the scripts of the line the page stays as the server made it.
    void follow().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [client, userId, name, role]);
};

const options = { networkMode: "always" } as const;

/** All homes of a landlord, as the server found them when it made the page, and kept in step with their bookings. */
export const useOwnListings = (initial: OwnListings, self: Self) => {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: pageKeys.ownListings,
    queryFn: () => call("GET /api/my/listings", {}),
    initialData: initial,
    staleTime: 0,
  });
  const setStatus = useMutation({
    mutationFn: ({ id, status }: { id: string; status: "published" | "paused" }) =>
      call("PATCH /api/listings/{id}", { params: { id }, body: { status } }),
    onSuccess: (home) => keep(client, home),
    ...options,
  });
  useBookingNews(self, () => void client.invalidateQueries({ queryKey: pageKeys.ownListings }));
  useSignedIn(list.error ?? setStatus.error);
  return { items: list.data.items, error: list.error, setStatus };
};

/** Begins a home. */
export const useNewListing = (onDone: (home: OwnListing) => void) => {
  const begin = useMutation({
    mutationFn: (body: NewListing) => call("POST /api/listings", { body }),
    onSuccess: onDone,
    ...options,
  });
  useSignedIn(begin.error);
  return begin;
};

type RoomEdit = { id?: string | undefined; room: NewRoom };

/** One home, and every way to change it. */
export const useHome = (initial: OwnListing, self: Self) => {
  const client = useQueryClient();
  const { id } = initial;
  const home = useQuery({
    queryKey: pageKeys.ownListing(id),
    queryFn: () => call("GET /api/my/listings/{id}", { params: { id } }),
    initialData: initial,
    staleTime: 0,
  });
  const settle = { onSuccess: (fresh: OwnListing) => keep(client, fresh), ...options };
  const change = useMutation({
    mutationFn: (body: Partial<NewListing> & { status?: "published" | "paused" }) =>
      call("PATCH /api/listings/{id}", { params: { id }, body }),
    ...settle,
  });
  const saveRoom = useMutation({
    mutationFn: ({ id: roomId, room }: RoomEdit) =>
      roomId === undefined
        ? call("POST /api/listings/{id}/rooms", { params: { id }, body: room })
        : call("PATCH /api/rooms/{id}", { params: { id: roomId }, body: room }),
    ...settle,
  });
  const removeRoom = useMutation({
    mutationFn: (roomId: string) => call("DELETE /api/rooms/{id}", { params: { id: roomId } }),
    ...settle,
  });
  const orderPhotos = useMutation({
    mutationFn: (ids: string[]) => call("PUT /api/listings/{id}/photos", { params: { id }, body: { ids } }),
    ...settle,
  });
  const describePhoto = useMutation({
    mutationFn: ({ id: photoId, alt }: { id: string; alt: string }) =>
      call("PATCH /api/photos/{id}", { params: { id: photoId }, body: { alt } }),
    ...settle,
  });
  const removePhoto = useMutation({
    mutationFn: (photoId: string) => call("DELETE /api/photos/{id}", { params: { id: photoId } }),
    ...settle,
  });
  const remove = useMutation({
    mutationFn: () => call("DELETE /api/listings/{id}", { params: { id } }),
    onSuccess: () => client.removeQueries({ queryKey: pageKeys.ownListings }),
    ...options,
  });
  useBookingNews(self, () => void client.invalidateQueries({ queryKey: pageKeys.ownListing(id) }));
  useSignedIn(home.error ?? change.error ?? saveRoom.error);
  return {
    home: home.data,
    keep: (fresh: OwnListing) => keep(client, fresh),
    change,
    saveRoom,
    removeRoom,
    orderPhotos,
    describePhoto,
    removePhoto,
    remove,
  };
};
export type Home = ReturnType<typeof useHome>;
