"use client";

import { useMutation } from "@tanstack/react-query";
import type { MessageHit } from "#lib/contract/message-search.ts";
import { ApiError, asApiError } from "./api.ts";
import { useRealtime } from "./realtime-context.ts";

const LONGEST_MS = 4_000;
const MARK_MS = 2_400;

/** Shows for a moment which message was meant, once it stands where one can see it. */
const markWhenShown = (messageId: string, then: () => void): void => {
  const begun = performance.now();
  const look = (): void => {
    const element = document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
    const { top = -1, bottom = 0 } = element?.getBoundingClientRect() ?? {};
    const isShown = element !== null && bottom > Math.max(0, top) && top < window.innerHeight;
    if (isShown)
      element.animate([{ backgroundColor: "var(--accent-soft)" }, { backgroundColor: "var(--accent-soft)" }, {}], {
        duration: MARK_MS,
      });
    if (isShown || performance.now() - begun > LONGEST_MS) then();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Opens a conversation at a message that was found, with what was said around it. */
export const useHit = (open: (conversationId: string) => void) => {
  const { live, page, requests } = useRealtime();
  const { mutate, variables, isPending, error } = useMutation({
    networkMode: "always",
    mutationFn: async ({ conversationId, messageId, seq }: MessageHit) => {
      const isHeld = live.state().threads[conversationId]?.messages.some((message) => message.messageId === messageId);
      if (!isHeld && !(await requests.readAround(conversationId, seq))) throw new ApiError("not_found");
      page.setState(({ jumps }) => ({ sought: messageId, jumps: jumps + 1 }));
      open(conversationId);
      markWhenShown(messageId, () => page.setState({ sought: null }));
    },
  });
  return {
    openHit: (hit: MessageHit): void => mutate(hit),
    /** The one that was pressed last. */
    pressedId: variables?.messageId,
    isOpening: isPending,
    error: error && asApiError(error),
  };
};
