"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Booking } from "#lib/contract/bookings.ts";
import { newerBooking, takeBooking } from "./booking-cache.ts";
import { queryKeys } from "./query-keys.ts";
import { useRealtime } from "./realtime-context.ts";

/** A booking as this browser knows it best: as it is given here, or as it was told since. It asks for nothing. */
export const useBooking = (given: Booking): Booking => {
  const client = useQueryClient();
  const { data } = useQuery<Booking>({ queryKey: queryKeys.booking(given.id), enabled: false });
  useEffect(() => void takeBooking(client, given), [client, given]);
  return newerBooking(data, given);
};

/** Which of the two one is, and who the other one is. */
export const useParty = ({ student, landlord }: Pick<Booking, "student" | "landlord">) => {
  const { self } = useRealtime();
  const party = student.id === self.userId ? "student" : "landlord";
  return { party, other: (party === "student" ? landlord : student).name } as const;
};
