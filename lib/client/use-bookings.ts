"use client";

import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Booking, BookingHistory, BookingPage } from "#lib/contract/bookings.ts";
import { call } from "./api.ts";
import { takeBooking, takeBookingList, takeBookingPage } from "./booking-cache.ts";
import { type BookingShow, queryKeys } from "./query-keys.ts";

const PAGE = 30;

const readPage = (show: BookingShow, cursor: string | null): Promise<BookingPage> =>
  call("GET /api/bookings", {
    query: { limit: PAGE, ...(show === "all" ? {} : { group: show }), ...(cursor === null ? {} : { cursor }) },
  });

/** As much of a list as is held, so that whoever looks at its end does not lose it. */
const readList = async (client: QueryClient, show: BookingShow): Promise<BookingPage> => {
  const wanted = client.getQueryData<BookingPage>(queryKeys.bookingList(show))?.items.length ?? 0;
  let { items, nextCursor } = await readPage(show, null);
  while (nextCursor !== null && items.length < wanted) {
    const next = await readPage(show, nextCursor);
    items = [...items, ...next.items];
    nextCursor = next.nextCursor;
  }
  return takeBookingList(client, show, { items, nextCursor });
};

/** One's bookings; `initial` is what the page came with, for the list that it came for. */
export const useBookingList = (show: BookingShow, initial: BookingPage | undefined) => {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: queryKeys.bookingList(show),
    queryFn: () => readList(client, show),
    ...(initial ? { initialData: initial } : {}),
  });
  // What another page has left behind may be older than what this one came with.
  useEffect(() => {
    for (const booking of initial?.items ?? []) takeBooking(client, booking);
  }, [client, initial]);
  const more = useMutation({
    mutationFn: async (cursor: string) => takeBookingPage(client, show, await readPage(show, cursor)),
    networkMode: "always",
  });
  return { list: list.data, error: list.error, retry: () => void list.refetch(), more };
};

/** One booking with what happened to it; `initial` is what the page came with. */
export const useBookingPage = (initial: Booking, initialHistory: BookingHistory) => {
  const client = useQueryClient();
  const { id } = initial;
  const { data: booking } = useQuery({
    queryKey: queryKeys.booking(id),
    queryFn: async () => takeBooking(client, await call("GET /api/bookings/{id}", { params: { id } })),
    initialData: initial,
  });
  useEffect(() => void takeBooking(client, initial), [client, initial]);
  const history = useQuery({
    queryKey: queryKeys.bookingHistory(id, booking.version),
    queryFn: () => call("GET /api/bookings/{id}/events", { params: { id } }),
    placeholderData: keepPreviousData,
    ...(booking.version === initial.version ? { initialData: initialHistory } : {}),
  });
  return { booking, history: history.data ?? initialHistory, historyFailed: history.isError };
};
