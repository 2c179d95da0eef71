import type { TypingIndicator } from "#lib/contract/presence.ts";
import type { PageStore } from "./page-store.ts";
import { applyTyping, clearTyping, expireTyping, nextExpiry, type Typing } from "./typing.ts";

/** Keeps the page's account of who types, and ends each entry in time. */
export const createTypingWatch = (page: PageStore) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clockLead = 0;

  const set = (change: (typing: Typing) => Typing): void => {
    const { typing } = page.getState();
    const next = change(typing);
    if (next !== typing) page.setState({ typing: next });
    schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const at = nextExpiry(page.getState().typing);
    if (at === undefined) return;
    timer = setTimeout(() => set((typing) => expireTyping(typing, Date.now())), Math.max(0, at - Date.now()));
  };

  return {
    /** How far the server's clock is ahead, from the time in its greeting. */
    setClock: (serverTime: string): void => {
      clockLead = Date.parse(serverTime) - Date.now();
    },
    hear: (indicator: TypingIndicator): void => set((typing) => applyTyping(typing, indicator, Date.now(), clockLead)),
    /** Their message is there: they have stopped. */
    sent: (conversationId: string, userId: string): void => set((typing) => clearTyping(typing, conversationId, userId)),
    stop: (): void => clearTimeout(timer),
  };
};
