"use client";

import { useMutation } from "@tanstack/react-query";
import { call } from "./api.ts";
import { useRealtime } from "./realtime-context.ts";
import { useHeldConversation } from "./use-conversation.ts";
import { useInboxRoute } from "./use-inbox-route.ts";

/** Which notices below a message one has called fine, and the way to call the rest so. */
export const useFineNotices = (messageId: string) => {
  const { apply } = useRealtime();
  const { openId } = useInboxRoute();
  const fine = useHeldConversation(openId)?.fine ?? [];
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => call("POST /api/conversations/{id}/fine", { params: { id: openId ?? "" }, body: { messageId } }),
    onSuccess: (payload) => apply({ event: "conversation:updated", payload }),
    networkMode: "always",
  });
  return {
    isFine: (rule: string): boolean => fine.some((one) => one.messageId === messageId && one.rule === rule),
    callFine: (): void => mutate(),
    isPending,
    isError,
  };
};
