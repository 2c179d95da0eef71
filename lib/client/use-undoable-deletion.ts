"use client";

import { useCallback, useEffect, useRef } from "react";
import { asApiError } from "./api.ts";
import { usePage, useRealtime } from "./realtime-context.ts";
import { useMessageChanges } from "./use-message-changes.ts";

type Place = { conversationId: string; messageId: string };

/** For so long a deletion can be had back. */
const UNDO_MS = 5_000;

/**
 * Takes a message off the page at once and off the server after five seconds, or as soon as another one is deleted or the
 * page is left. Until then it can be had back, and nobody has heard of anything.
 */
export const useUndoableDeletion = (onFailed: () => void) => {
  const { page } = useRealtime();
  const { remove } = useMessageChanges();
  const leaving = usePage((state) => state.leaving);
  const waiting = useRef<{ place: Place; timer: ReturnType<typeof setTimeout> } | null>(null);

  const finish = useCallback(() => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = null;
    const show = (): void => page.setState(({ leaving: now }) => (now === held.place.messageId ? { leaving: null } : {}));
    remove(held.place).then(show, (thrown: unknown) => {
      show();
      if (asApiError(thrown).code !== "not_found") onFailed();
    });
  }, [page, remove, onFailed]);

  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  }, [finish]);
  useEffect(() => {
    const leave = (): void => latest.current();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return {
    isLeaving: leaving !== null,
    begin: (place: Place): void => {
      finish();
      page.setState({ leaving: place.messageId });
      waiting.current = { place, timer: setTimeout(() => latest.current(), UNDO_MS) };
    },
    undo: (): void => {
      clearTimeout(waiting.current?.timer);
      waiting.current = null;
      page.setState({ leaving: null });
    },
  };
};
