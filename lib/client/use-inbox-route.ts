"use client";

import { usePathname } from "next/navigation";
import { useCallback } from "react";

const CONVERSATION = /^\/inbox\/([^/]+)$/;
const LIST = "/inbox";

const pathOf = (id: string): string => `${LIST}/${id}`;
const idIn = (path: string): string | null => CONVERSATION.exec(path)?.[1] ?? null;

/** What is open by the address, which is ahead of the page while that is still being drawn: for keys that come quickly. */
export const openByAddress = (): string | null => idIn(window.location.pathname);

/** Marks a step from the list into a conversation, so that the way back is the browser's own. */
type Step = { fromList?: boolean };
const stepOf = (state: unknown): Step => (typeof state === "object" && state !== null ? state : {});

/**
 * Which conversation is open, and the ways to open and leave one. The steps are the browser's history alone: nothing is asked
 * of the server, so they are instant and work off-line.
 */
export const useInboxRoute = () => {
  const pathname = usePathname();
  const openId = idIn(pathname);

  const open = useCallback((id: string) => {
    const path = pathOf(id);
    if (window.location.pathname === path) return;
    const step: Step = { fromList: window.location.pathname === LIST };
    window.history.pushState(step, "", path);
  }, []);

  const close = useCallback(() => {
    if (window.location.pathname === LIST) return;
    if (stepOf(window.history.state).fromList) window.history.back();
    else window.history.pushState({}, "", LIST);
  }, []);

  return { openId, hrefOf: pathOf, open, close };
};
