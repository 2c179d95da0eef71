"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { call } from "./api.ts";
import { useReturn } from "./use-return.ts";

type Question = { landlordId: string; listingId: string; roomId?: string };

const inboxPath = (conversationId: string, roomId: string | undefined) =>
  roomId ? `/inbox/${conversationId}?about=${encodeURIComponent(roomId)}` : `/inbox/${conversationId}`;

/** Opens the conversation with a listing's landlord, and goes there with the room in question. */
export const useAsk = ({ landlordId, listingId, roomId }: Question) => {
  const router = useRouter();
  const mutation = useMutation({
    mutationFn: () => call("POST /api/conversations", { body: { userId: landlordId, listingId } }),
    onSuccess: ({ id }) => router.push(inboxPath(id, roomId)),
  });
  useReturn(mutation.reset);
  return { ...mutation, busy: mutation.isPending || mutation.isSuccess };
};
