import type { QueryClient } from "@tanstack/react-query";
import type { User } from "#lib/contract/accounts.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { Cursors } from "#lib/contract/session.ts";
import { applyEvent, applyOwnRead } from "./apply-event.ts";
import { createCatchUp } from "./catch-up.ts";
import { deviceId } from "./device-id.ts";
import { forgetOthers } from "./forget.ts";
import { createHeldOnDemand } from "./held-on-demand.ts";
import { createHistoryDisk } from "./history-disk.ts";
import { createIdleCheck } from "./idle-check.ts";
import { createInboxRequests } from "./inbox-requests.ts";
import type { InboxState } from "./inbox-state.ts";
import { createLiveCache } from "./live-cache.ts";
import { createMessageAlerts } from "./message-alerts.ts";
import { createNewsEffects } from "./news-effects.ts";
import { watchPerson } from "./one-person.ts";
import { createOwnDeliveries } from "./own-deliveries.ts";
import { createOwnHistory } from "./own-history.ts";
import { createOwnOutbox } from "./own-outbox.ts";
import { createOwnPresence } from "./own-presence.ts";
import { createPageStore } from "./page-store.ts";
import { applyPresences } from "./presence.ts";
import { createPresenceWatch } from "./presence-watch.ts";
import { queryKeys } from "./query-keys.ts";
import { quietly } from "./quietly.ts";
import { createReceipts } from "./receipts.ts";
import { type ConnectionState, createSocket } from "./socket.ts";
import { cursorsOf } from "./sync-cursors.ts";
import { createTypingWatch } from "./typing-watch.ts";
import { hasUploads } from "./upload.ts";
import { createUploadsOnDemand } from "./uploads-on-demand.ts";

export type Self = { userId: string; name: string; role: User["role"] };

/** Everything live about one person's messages in this tab. Does nothing until it is started. */
const createRealtime = (self: Self, client: QueryClient) => {
  const { userId } = self;
  const page = createPageStore();
  const live = createLiveCache(client, userId);
  const disk = createHistoryDisk(userId);
  const requests = createInboxRequests(live, { disk, onRecall: () => page.setState({ isRecalled: !isOnline() }) });
  const listeners = new Set<(news: ServerEventMessage) => void>();
  const isOnline = (): boolean => page.getState().connection === "online";
  let lostAt = Date.now();

  const onState = (connection: ConnectionState): void => {
    if (isOnline()) lostAt = Date.now();
    if (connection === "signed-out") return void history.forget().then(() => page.setState({ connection }));
    page.setState({ connection });
    if (connection === "online") wake();
  };

  /** What was held when the line asked what it had missed. */
  let heldAtAsking: InboxState | undefined;
  const socket = createSocket({
    deviceId,
    cursors: () => {
      heldAtAsking = live.state();
      return cursorsOf(heldAtAsking);
    },
    onNews: (news, asked) => hear(news, asked),
    onState,
    onGoodbye: (goodbye) => page.setState({ goodbye }),
  });

  const outbox = createOwnOutbox({
    self,
    live,
    page,
    request: socket.request,
    downForMs: () => (isOnline() ? 0 : Date.now() - lostAt),
    onFiles: () => quietly(uploads.get()),
  });
  let loaded: Promise<void> = Promise.resolve();
  const uploads = createUploadsOnDemand({ userId, page, outbox, whenLoaded: () => loaded });
  const held = createHeldOnDemand(outbox, listeners);

  const receipts = createReceipts({
    tellDelivered: (mark) => socket.request("message:ack", mark),
    tellRead: (mark) => socket.request("message:read", mark),
    onRead: (conversationId, receipt) => void live.update((state) => applyOwnRead(state, conversationId, receipt)),
  });
  const deliveries = createOwnDeliveries({ selfId: userId, live, isConnected: isOnline, tellDelivered: receipts.delivered });

  const catchUp = createCatchUp({
    live,
    requests,
    sync: (cursors) => socket.request("session:sync", { cursors }),
    isConnected: isOnline,
  });
  const idleCheck = createIdleCheck({
    live,
    ask: (conversationIds) => socket.request("session:check", { conversationIds }),
    isConnected: isOnline,
    onDoubt: catchUp.doubt,
  });

  const presenceWatch = createPresenceWatch({
    live,
    ask: (userIds) => socket.request("presence:get", { userIds }),
    onAnswer: (presences) => page.setState((state) => ({ presences: applyPresences(state.presences, presences) })),
  });
  const ownPresence = createOwnPresence({ tell: (status) => void socket.request("presence:update", { status }) });
  const typing = createTypingWatch(page);
  const alerts = createMessageAlerts(userId, live);
  const history = createOwnHistory({ self, live, disk, readNewest: requests.readNewest, isConnected: isOnline });

  const wake = (): void => {
    receipts.wake();
    outbox.wake();
    presenceWatch.connected();
    ownPresence.connected();
    catchUp.wake();
    idleCheck.wake();
    deliveries.wake();
    page.setState({ isRecalled: false });
    requests.renew();
    // What happened to these while there was no line is told nowhere else.
    for (const queryKey of [queryKeys.bookings, queryKeys.viewings, queryKeys.notifications, queryKeys.alerts])
      void client.invalidateQueries({ queryKey });
    void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
  };

  const act = createNewsEffects({ selfId: userId, client, page, outbox, held, alerts, typing, presenceWatch, catchUp });

  const hear = (news: ServerEventMessage, asked: Cursors): void => {
    // Somebody else has signed in in this browser, and the line came back in their name.
    if (news.event === "session:ready" && news.payload.userId !== userId) {
      window.location.reload();
      return;
    }
    live.update((state) => applyEvent(state, news, asked, heldAtAsking));
    if (news.event === "session:ready") heldAtAsking = undefined;
    for (const listener of listeners) listener(news);
    act(news);
  };

  const wakeOutbox = (): void => {
    if (document.visibilityState === "visible") outbox.wake();
  };

  let stopWatching: (() => void) | undefined;
  let isStarted = false;
  return {
    self,
    page,
    live,
    /** Takes what this tab itself has done as the news that the other devices hear of it. */
    apply: (news: ServerEventMessage): void => void live.update((state) => applyEvent(state, news)),
    requests,
    outbox,
    uploads: uploads.get,
    receipts,
    request: socket.request,
    /** Hears all news as it comes. Returns how to stop. */
    listen: (listener: (news: ServerEventMessage) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** How the page says what files are, for those whom a message reaches outside of it. */
    speak: alerts.speak,
    /** Opens the one connection of this tab; a second call does nothing. */
    start: (): void => {
      if (isStarted) return;
      isStarted = true;
      ownPresence.start();
      const alone = forgetOthers(userId);
      loaded = alone.then(outbox.start);
      void loaded.then(() => {
        held.ask();
        if (hasUploads(userId)) quietly(uploads.get());
      });
      quietly(alone.then(history.keep));
      window.addEventListener("online", wakeOutbox);
      document.addEventListener("visibilitychange", wakeOutbox);
      stopWatching = watchPerson(userId, () => window.location.reload());
      socket.start();
    },
    stop: (): void => {
      stopWatching?.();
      window.removeEventListener("online", wakeOutbox);
      document.removeEventListener("visibilitychange", wakeOutbox);
      for (const part of [history, socket, outbox, uploads, deliveries]) part.stop();
      for (const part of [typing, receipts, catchUp, idleCheck, presenceWatch, ownPresence]) part.stop();
    },
  };
};
export type Realtime = ReturnType<typeof createRealtime>;

type Held = { realtime: Realtime; client: QueryClient };
/** On the window, not in this module: a module that is replaced while one develops must not open a second connection. */
const KEY = Symbol.for("uninest.realtime");
const holder = globalThis as { [KEY]?: Held };

/** This tab's one realtime; that of somebody who was signed in before is stopped, with all that was held of them. */
export const realtimeFor = (self: Self, client: QueryClient): Realtime => {
  if (typeof window === "undefined") return createRealtime(self, client);
  const held = holder[KEY];
  if (held && held.client === client && held.realtime.self.userId === self.userId) return held.realtime;
  if (held) {
    held.realtime.stop();
    held.client.clear();
  }
  const realtime = createRealtime(self, client);
  holder[KEY] = { realtime, client };
  return realtime;
};
