"use client";

import { useEffect, useRef, useState } from "react";
import { useConversations } from "#lib/client/use-conversations.ts";
import { useDebounced } from "#lib/client/use-debounced.ts";
import { useInboxRoute } from "#lib/client/use-inbox-route.ts";
import { useShortcuts } from "#lib/client/use-shortcuts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";

const SEARCH_MS = 250;

/** The id of a conversation's row, so that the focus can return to it. */
export const rowId = (conversationId: string): string => `conversation-${conversationId}`;
const focusRow = (id: string): void => document.getElementById(rowId(id))?.focus();

/** Which list is shown, which conversation is open, and the keys that move between them. */
export const useInboxNavigation = ({ help }: { help: () => void }) => {
  const { openId, hrefOf, open, close } = useInboxRoute();
  const [filter, setFilter] = useState<ConversationFilter>("all");
  const [q, setQ] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const list = useConversations({ filter, q: useDebounced(q.trim(), SEARCH_MS) });
  const ids = list.conversations?.map(({ id }) => id) ?? [];

  const step = (by: 1 | -1): void => {
    const at = openId === null ? -1 : ids.indexOf(openId);
    const next = at === -1 && by === -1 ? undefined : ids[at + by];
    if (next) open(next);
  };

  const before = useRef(openId);
  useEffect(() => {
    if (openId === null && before.current !== null) focusRow(before.current);
    before.current = openId;
  }, [openId]);

  useShortcuts({ search: () => search.current?.focus(), next: () => step(1), previous: () => step(-1), back: close, help });

  return { openId, hrefOf, open, close, filter, setFilter, q, setQ, search, list };
};
export type InboxNavigation = ReturnType<typeof useInboxNavigation>;
