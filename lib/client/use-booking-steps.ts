"use client";

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Booking, BookingStep } from "#lib/contract/bookings.ts";
import { call } from "./api.ts";
import { takeBooking } from "./booking-cache.ts";
import { bookingConflict } from "./booking-conflict.ts";

export type StepWish = {
  step: BookingStep;
  /** A code of the step's list. */
  reason?: string;
  note?: string;
  /** Of a proposal. */
  stay?: { from: string; to: string };
};

const send = ({ id, version }: Booking, { step, stay, ...words }: StepWish): Promise<Booking> => {
  const params = { id };
  const expectedVersion = version;
  if (stay) return call("POST /api/bookings/{id}/propose-dates", { params, body: { expectedVersion, ...stay } });
  if (step === "propose-dates") throw new Error("A proposal needs its dates.");
  return call(`POST /api/bookings/{id}/${step}`, { params, body: { expectedVersion, ...words } });
};

const takeRefused = (client: QueryClient, error: Error): void => {
  const fresh = bookingConflict(error)?.booking;
  if (fresh) takeBooking(client, fresh);
};

/**
 * Does what one of the two may do to a booking, one thing at a time: a second press while the first is on its way does nothing.
 * What the answer says of the booking is taken in, also that of a refusal.
 */
export const useBookingSteps = (booking: Booking) => {
  const client = useQueryClient();
  const mutationKey = ["booking step", booking.id];
  const mutation = useMutation({
    mutationKey,
    mutationFn: (wish: StepWish) => send(booking, wish),
    onSuccess: (answer) => void takeBooking(client, answer),
    onError: (error) => takeRefused(client, error),
    networkMode: "always",
  });
  const take = (wish: StepWish): void => {
    if (client.isMutating({ mutationKey }) === 0) mutation.mutate(wish);
  };
  const step = mutation.variables?.step ?? null;
  return {
    take,
    /** What was tried last. */
    step,
    /** What is on its way. */
    pending: mutation.isPending ? step : null,
    done: mutation.isSuccess ? step : null,
    error: mutation.error,
    /** The booking has gone on, by this step or by what stood in its way: there is nothing more to ask. */
    isSettled: mutation.isSuccess || (mutation.isError && bookingConflict(mutation.error) !== undefined),
    reset: mutation.reset,
  };
};
export type BookingSteps = ReturnType<typeof useBookingSteps>;
