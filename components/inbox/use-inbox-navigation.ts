"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { keepInList } from "#lib/client/keep-in-list.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useHeldConversation } from "#lib/client/use-conversation.ts";
import { useConversations } from "#lib/client/use-conversations.ts";
import { useDebounced } from "#lib/client/use-debounced.ts";
import { openByAddress, useInboxRoute } from "#lib/client/use-inbox-route.ts";
import { useShortcuts } from "#lib/client/use-shortcuts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";

const SEARCH_MS = 250;

/** The id of a conversation's row, so that the focus can return to it. */
export const rowId = (conversationId: string): string => `conversation-${conversationId}`;
/** A message that was found and opened comes first: it is where one came from. */
const focusRow = (id: string): void =>
  (document.querySelector<HTMLElement>("[data-opened]") ?? document.getElementById(rowId(id)))?.focus();

/** Which list is shown, which conversation is open, and the keys that move between them. */
export const useInboxNavigation = ({ help }: { help: () => void }) => {
  const { openId, hrefOf, open, close } = useInboxRoute();
  const [filter, setFilter] = useState<ConversationFilter>("all");
  const [q, setQ] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const { page } = useRealtime();
  const [keptId, setKeptId] = useState<string | null>(null);
  const kept = useHeldConversation(keptId !== null && keptId === openId ? keptId : null);
  const found = useConversations({ filter, q: useDebounced(q.trim(), SEARCH_MS) });
  const conversations = useMemo(() => found.conversations && keepInList(found.conversations, kept), [found.conversations, kept]);
  const list = { ...found, conversations };
  const ids = conversations?.map(({ id }) => id) ?? [];

  /** One that is opened among the unread ones is read at once: it stays in the list until another is opened. */
  const openHere = useCallback(
    (id: string): void => {
      setKeptId(filter === "unread" ? id : null);
      open(id);
    },
    [filter, open],
  );
  const changeFilter = (next: ConversationFilter): void => {
    setKeptId(null);
    setFilter(next);
  };

  const clear = (): void => {
    setQ("");
    page.setState({ searchIn: null });
    search.current?.focus();
  };

  const step = (by: 1 | -1): void => {
    const from = openByAddress();
    const at = from === null ? -1 : ids.indexOf(from);
    const next = at === -1 && by === -1 ? undefined : ids[at + by];
    if (next) openHere(next);
  };

  const before = useRef(openId);
  useEffect(() => {
    if (openId === null && before.current !== null) focusRow(before.current);
    before.current = openId;
  }, [openId]);

  useShortcuts({ search: () => search.current?.focus(), next: () => step(1), previous: () => step(-1), back: close, help });

  return { openId, hrefOf, open: openHere, close, filter, setFilter: changeFilter, q, setQ, clear, search, list };
};
export type InboxNavigation = ReturnType<typeof useInboxNavigation>;
