"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { ownReadSeq } from "./conversation-merge.ts";
import { useRealtime } from "./realtime-context.ts";

/** Somebody looks: the tab is shown and its window has the focus. */
const isLooking = (): boolean => document.visibilityState === "visible" && document.hasFocus();

/** Half of a message, or of the window for one that is taller. */
const isSeen = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean =>
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2);

/**
 * Says 'read' up to the newest message that is really seen: inside the scroller, in a tab that is shown, in a window that has
 * the focus. Returns what each row registers itself with.
 */
export const useReadOnSight = (conversation: ConversationSummary, scroller: RefObject<HTMLElement | null>) => {
  const { receipts, self } = useRealtime();
  const observer = useRef<IntersectionObserver | null>(null);
  const seqs = useRef(new Map<Element, number>());
  const visible = useRef(new Set<number>());
  const { id, unreadCount, lastSeq } = conversation;
  const readSeq = ownReadSeq(conversation, self.userId);
  const latest = useRef({ readSeq, unreadCount, lastSeq });
  useEffect(() => {
    latest.current = { readSeq, unreadCount, lastSeq };
  }, [readSeq, unreadCount, lastSeq]);

  const tell = useCallback(() => {
    if (!isLooking() || visible.current.size === 0) return;
    const newest = Math.max(...visible.current);
    const now = latest.current;
    if (newest > now.readSeq) receipts.read(id, newest);
    // All is read and yet something counts: the count was overtaken on its way, and asking again brings the right one.
    else if (now.unreadCount > 0 && now.readSeq >= now.lastSeq) receipts.read(id, now.readSeq, true);
  }, [id, receipts]);

  const ensure = useCallback(() => {
    if (observer.current) return observer.current;
    const made = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const seq = seqs.current.get(entry.target);
          if (seq === undefined) continue;
          if (isSeen(entry)) visible.current.add(seq);
          else visible.current.delete(seq);
        }
        tell();
      },
      { root: scroller.current, threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    for (const element of seqs.current.keys()) made.observe(element);
    observer.current = made;
    return made;
  }, [scroller, tell]);

  /** Watches a row as long as it is mounted; returns how to stop. */
  const watch = useCallback(
    (element: Element, seq: number) => {
      const watching = ensure();
      seqs.current.set(element, seq);
      watching.observe(element);
      return () => {
        watching.unobserve(element);
        seqs.current.delete(element);
        visible.current.delete(seq);
      };
    },
    [ensure],
  );

  useEffect(() => {
    window.addEventListener("focus", tell);
    document.addEventListener("visibilitychange", tell);
    return () => {
      window.removeEventListener("focus", tell);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [tell]);

  useEffect(() => {
    if (unreadCount > 0) tell();
  }, [unreadCount, tell]);

  useEffect(() => {
    ensure();
    return () => {
      observer.current?.disconnect();
      observer.current = null;
    };
  }, [ensure]);

  return watch;
};
