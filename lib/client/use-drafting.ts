"use client";

import type { Drafting } from "./page-store.ts";
import { usePage } from "./realtime-context.ts";

/** The message of this conversation that is being answered or edited. */
export const useDrafting = (conversationId: string): Drafting | null => {
  const drafting = usePage((state) => state.drafting);
  return drafting?.message.conversationId === conversationId ? drafting : null;
};
