import type { QueryClient } from "@tanstack/react-query";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { createCatchUp } from "./catch-up.ts";
import type { HeldOnDemand } from "./held-on-demand.ts";
import type { MessageAlerts } from "./message-alerts.ts";
import type { Outbox } from "./outbox.ts";
import type { PageStore } from "./page-store.ts";
import { applyPresences } from "./presence.ts";
import type { createPresenceWatch } from "./presence-watch.ts";
import { queryKeys } from "./query-keys.ts";
import { quietly } from "./quietly.ts";
import type { createTypingWatch } from "./typing-watch.ts";

type Deps = {
  selfId: string;
  client: QueryClient;
  page: PageStore;
  outbox: Outbox;
  held: HeldOnDemand;
  alerts: MessageAlerts;
  typing: ReturnType<typeof createTypingWatch>;
  presenceWatch: ReturnType<typeof createPresenceWatch>;
  catchUp: ReturnType<typeof createCatchUp>;
};

/** What news does beside what it does to the inbox: to the outbox, the alerts, who types, and what other pages have asked for. */
export const createNewsEffects = ({ selfId, client, page, outbox, held, alerts, typing, presenceWatch, catchUp }: Deps) => {
  const askAgain = (queryKey: readonly string[]): void => void client.invalidateQueries({ queryKey });

  /** What the server holds leaves the outbox, by whichever way one learns of it. */
  const confirmOwn = (messages: readonly { senderId: string; messageId: string }[]): void => {
    for (const { senderId, messageId } of messages) if (senderId === selfId) outbox.confirm(messageId);
  };

  return (news: ServerEventMessage): void => {
    switch (news.event) {
      case "message:received":
        typing.sent(news.payload.conversationId, news.payload.senderId);
        confirmOwn([news.payload]);
        quietly(alerts.tell(news.payload));
        break;
      case "notification:new":
      case "notification:read":
        askAgain(queryKeys.notifications);
        break;
      case "unread_count:updated":
        if (news.payload.unreadCount === 0) quietly(alerts.withdraw(news.payload.conversationId));
        break;
      case "session:ready":
        typing.setClock(news.payload.serverTime);
        confirmOwn(news.payload.changes.flatMap(({ messages }) => messages));
        held.ask(news.payload.heldMessages);
        break;
      case "typing:indicator":
        typing.hear(news.payload);
        break;
      case "preferences:updated":
        presenceWatch.connected();
        void catchUp.refresh();
        break;
      case "booking:updated":
        quietly(import("./booking-cache.ts").then(({ takeBooking }) => takeBooking(client, news.payload)));
        break;
      case "viewing:updated":
        askAgain(queryKeys.viewings);
        break;
      case "message:held":
      case "message:refused":
      case "message:withdrawn":
        held.take(news);
        break;
      case "alert:published":
      case "alert:ended":
        quietly(import("./alert-cache.ts").then(({ takeAlert }) => takeAlert(client, news)));
        break;
      case "presence:changed":
        page.setState((state) => ({ presences: applyPresences(state.presences, [news.payload]) }));
        break;
    }
  };
};
