"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useState } from "react";
import { call } from "./api.ts";
import { type KnownRooms, roomsOfListing, younger } from "./known-rooms.ts";
import { queryKeys } from "./query-keys.ts";
import { useWatching } from "./watch-context.ts";

/** How often a page asks for somebody who has no line. Guests of one network share a limit, so not often. */
const ASK_MS = 15_000;
/** What is only scrolled past is not watched. */
const LOOK_MS = 300;

/** An answer is younger than the page that asks, whatever the clock of this machine says. */
const readRooms = async (listingId: string, since: string): Promise<KnownRooms> => {
  const { rooms } = await call("GET /api/listings/{id}", { params: { id: listingId } });
  return roomsOfListing(rooms, new Date(Math.max(Date.now(), Date.parse(since) + 1)).toISOString());
};

const useSeen = (listingId: string, isSeen: boolean): void => {
  const { see } = useWatching();
  useEffect(() => (isSeen ? see?.(listingId) : undefined), [see, listingId, isSeen]);
};

/** The rooms of the listing that the page is about, as they stand now; `initial` is what the server made the page with. */
export const useRooms = (listingId: string, initial: KnownRooms) => {
  const { asks, isCut } = useWatching();
  useSeen(listingId, true);
  const { data, isError } = useQuery({
    queryKey: queryKeys.rooms(listingId),
    queryFn: () => readRooms(listingId, initial.at),
    enabled: asks,
    initialData: initial,
    refetchInterval: ASK_MS,
  });
  return { known: younger(initial, data), isOld: isCut || (asks && isError) };
};

const useInView = (element: RefObject<HTMLElement | null>): boolean => {
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => setInView(true), LOOK_MS);
      else setInView(false);
    });
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return isInView;
};

/** What is known of a home in a list since `at`, when the page was made; watched while it is in view. */
export const useRoomsInView = (listingId: string, at: string, element: RefObject<HTMLElement | null>): KnownRooms | undefined => {
  useSeen(listingId, useInView(element));
  const { data } = useQuery({ queryKey: queryKeys.rooms(listingId), queryFn: () => readRooms(listingId, at), enabled: false });
  return data && data.at > at ? data : undefined;
};
