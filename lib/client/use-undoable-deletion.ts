"use client";

import { useEffect, useMemo, useRef } from "react";
import { call } from "./api.ts";
import { isLeaving } from "./message-changes.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { usePage } from "./realtime-context.ts";
import { useMessageChanges } from "./use-message-changes.ts";

type Place = { conversationId: string; messageId: string };

/** What is deleted as somebody leaves arrives all the same; where it cannot, it goes out with the next visit. */
const deleteInLeaving = ({ conversationId, change }: OutboxEntry): void => {
  const params = { id: conversationId, messageId: change?.of ?? "" };
  call("DELETE /api/conversations/{id}/messages/{messageId}", { params }).catch(() => undefined);
};

/**
 * Takes a message off the page at once and off the server after five seconds, or as soon as another one is deleted or the
 * conversation is left. Until then it can be had back, and nobody has heard of anything.
 */
export const useUndoableDeletion = () => {
  const { remove, release, undo } = useMessageChanges();
  const changes = usePage((state) => state.changes);
  const leaving = useMemo(() => changes.filter(isLeaving), [changes]);
  const latest = useRef(leaving);
  useEffect(() => {
    latest.current = leaving;
  }, [leaving]);

  useEffect(() => {
    const finish = (): void => {
      for (const { messageId } of latest.current) release(messageId);
    };
    const leave = (): void => {
      for (const entry of latest.current) deleteInLeaving(entry);
      finish();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      finish();
    };
  }, [release]);

  return {
    isLeaving: leaving.length > 0,
    begin: (place: Place): void => {
      for (const { messageId } of leaving) release(messageId);
      remove(place);
    },
    undo: (): void => {
      for (const { messageId } of leaving) undo(messageId);
    },
  };
};
