"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { useRealtime } from "./realtime-context.ts";

type List = { scrollToIndex: (index: number, options?: { align?: "start" | "end" | "center" }) => void };
type Settings = {
  conversationId: string;
  rows: readonly { key: string }[];
  list: RefObject<List | null>;
  hasOlder: boolean;
  /** It is nowhere to be found. */
  onLost: () => void;
};

/** How long it is shown which message was meant. */
const MARK_MS = 1_600;

const mark = (messageId: string): void => {
  const element = document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
  element?.animate([{ opacity: 1 }, { opacity: 0.35 }, { opacity: 1 }], { duration: MARK_MS / 2, iterations: 2 });
};

/** Leads to a message that another one quotes; what is not held yet is loaded, page by page, until it is there. */
export const useQuoteJump = ({ conversationId, rows, list, hasOlder, onLost }: Settings) => {
  const { requests } = useRealtime();
  const [sought, setSought] = useState<string | null>(null);
  useEffect(() => {
    if (sought === null) return;
    const index = rows.findIndex(({ key }) => key === sought);
    if (index >= 0) {
      setSought(null);
      list.current?.scrollToIndex(index, { align: "center" });
      requestAnimationFrame(() => requestAnimationFrame(() => mark(sought)));
    } else if (hasOlder) {
      requests.moreOfThread(conversationId, "older").catch(() => {
        setSought(null);
        onLost();
      });
    } else {
      setSought(null);
      onLost();
    }
  }, [sought, rows, list, hasOlder, requests, conversationId, onLost]);
  return useCallback((messageId: string) => setSought(messageId), []);
};
