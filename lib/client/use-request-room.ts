"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { RouteRequest } from "#lib/contract/routes.ts";
import { call } from "./api.ts";
import { takeBooking } from "./booking-cache.ts";
import { useReturn } from "./use-return.ts";

type Request = RouteRequest<"POST /api/bookings">["body"];

/** Asks for a room, and goes to the conversation in which the request stands. */
export const useRequestRoom = () => {
  const client = useQueryClient();
  const router = useRouter();
  const mutation = useMutation({
    mutationFn: (body: Request) => call("POST /api/bookings", { body }),
    onSuccess: (booking) => {
      takeBooking(client, booking);
      router.push(`/inbox/${booking.conversationId}`);
    },
    networkMode: "always",
  });
  useReturn(mutation.reset);
  return { ...mutation, busy: mutation.isPending || mutation.isSuccess };
};
