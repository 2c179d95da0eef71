import type { QueryClient } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import type { User } from "#lib/contract/accounts.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Cursors } from "#lib/contract/session.ts";
import type { AlertNews } from "./alert-cache.ts";
import { claim, isInView, wait } from "./alert-claims.ts";
import { isWorthAnAlert } from "./alert-policy.ts";
import { createAlerts } from "./alerts.ts";
import { call } from "./api.ts";
import { applyEvent, applyOwnRead } from "./apply-event.ts";
import { createCatchUp } from "./catch-up.ts";
import { ownReadSeq } from "./conversation-merge.ts";
import { deviceId } from "./device-id.ts";
import { forgetOthers } from "./forget.ts";
import { createHistoryDisk, wipeHistory, writeKeptPerson } from "./history-disk.ts";
import { createHistoryKeeper } from "./history-keeper.ts";
import { createIdleCheck } from "./idle-check.ts";
import { createInboxRequests } from "./inbox-requests.ts";
import { behind, type InboxState } from "./inbox-state.ts";
import { createLiveCache } from "./live-cache.ts";
import { namedIn } from "./named-in.ts";
import { watchPerson } from "./one-person.ts";
import { createOutbox } from "./outbox.ts";
import { createDiskStore } from "./outbox-disk.ts";
import { isWhole } from "./outbox-entry.ts";
import { createTabs } from "./outbox-tabs.ts";
import { createOwnPresence } from "./own-presence.ts";
import { createPageStore } from "./page-store.ts";
import { applyPresences } from "./presence.ts";
import { createPresenceWatch } from "./presence-watch.ts";
import { queryKeys } from "./query-keys.ts";
import { createReceipts } from "./receipts.ts";
import { createSend } from "./send-transport.ts";
import { sentMessage } from "./sent-message.ts";
import { type ConnectionState, createSocket, failure } from "./socket.ts";
import { cursorsOf } from "./sync-cursors.ts";
import { createTypingWatch } from "./typing-watch.ts";
import { hasUploads } from "./upload.ts";

export type Self = { userId: string; name: string; role: User["role"] };

const FORGET_MS = 2_000;

/** Everything live about one person's messages in this tab. Does nothing until it is started. */
const createRealtime = (self: Self, client: QueryClient) => {
  const page = createPageStore();
  const live = createLiveCache(client, self.userId);
  const disk = createHistoryDisk(self.userId);
  const requests = createInboxRequests(live, { disk, onRecall: () => page.setState({ isRecalled: !isOnline() }) });
  const typing = createTypingWatch(page);
  const listeners = new Set<(news: ServerEventMessage) => void>();
  let lostAt = Date.now();
  let fileWords = (_: Message["attachments"]): string => "";

  const isOnline = (): boolean => page.getState().connection === "online";

  /** Whoever's session has ended, here or from another device, is read here no longer. What waits in the outbox stays. */
  const forgetHistory = async (): Promise<void> => {
    const wiped = wipeHistory((userId) => userId === self.userId).catch(() => undefined);
    // A storage that does not answer must not keep the page from saying that the session has ended.
    await Promise.race([wiped, new Promise((resolve) => setTimeout(resolve, FORGET_MS))]);
  };

  const onState = (connection: ConnectionState): void => {
    if (isOnline()) lostAt = Date.now();
    if (connection === "signed-out") return void forgetHistory().then(() => page.setState({ connection }));
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

  /** What changes of messages need comes with the first of them. */
  const changeKit = async () => (await import("./waiting-changes.ts")).waitingChanges;

  /** What comes with its first use cannot come without a network: the news is in the lists all the same. */
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

  const outbox = createOutbox({
    send: createSend({
      request: socket.request,
      post: call,
      downForMs: () => (isOnline() ? 0 : Date.now() - lostAt),
      namedIn: (id, text) => namedIn(live.state().conversations[id], self.userId, text),
      change: (...given) =>
        changeKit().then(
          ({ send }) => send(...given),
          () => failure("unavailable"),
        ),
    }),
    store: createDiskStore(self.userId),
    tabs: createTabs(self.userId),
    onStored: (entry, stored) => {
      // A message as it is after a change is news as any.
      const payload = stored && "status" in stored ? sentMessage(entry, stored, self) : stored;
      if (payload) live.update((state) => applyEvent(state, { event: "message:received", payload }));
    },
    onChange: (entries) => {
      const changes = entries.filter(({ change }) => change);
      if (changes[0])
        quietly(
          changeKit().then(({ amend, releaseDeletions }) => {
            page.setState({ amend });
            releaseDeletions(outbox);
          }),
        );
      page.setState(({ changes: before }) => ({
        outbox: changes[0] ? entries.filter(({ change }) => !change) : entries,
        changes: changes[0] || before[0] ? changes : before,
      }));
      if (!entries.every(isWhole)) quietly(uploads());
    },
    onRefused: () => page.setState({ keeps: false }),
    newId: uuidv7,
  });

  const receipts = createReceipts({
    tellDelivered: (mark) => socket.request("message:ack", mark),
    tellRead: (mark) => socket.request("message:read", mark),
    onRead: (conversationId, receipt) => void live.update((state) => applyOwnRead(state, conversationId, receipt)),
  });

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

  /** This device holds everything of the conversations in which it knows of no hole. */
  const acknowledge = (): void => {
    if (!isOnline()) return;
    const state = live.state();
    const torn = new Set([...behind(state), ...state.missing]);
    for (const { id, lastSeq, participants } of Object.values(state.conversations)) {
      const own = participants.find(({ userId }) => userId === self.userId);
      if (own && own.deliveredSeq < lastSeq && !torn.has(id)) receipts.delivered(id, lastSeq);
    }
  };
  const stopAcknowledging = live.onChange(acknowledge);

  const wake = (): void => {
    receipts.wake();
    outbox.wake();
    presenceWatch.connected();
    ownPresence.connected();
    catchUp.wake();
    idleCheck.wake();
    acknowledge();
    page.setState({ isRecalled: false });
    requests.renew();
    // What happened to these while there was no line is told nowhere else.
    for (const queryKey of [queryKeys.bookings, queryKeys.viewings, queryKeys.notifications, queryKeys.alerts])
      void client.invalidateQueries({ queryKey });
    void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
  };

  /** What the server holds leaves the outbox, by whichever way one learns of it. */
  const confirmOwn = (messages: readonly Message[]): void => {
    for (const { senderId, messageId } of messages) if (senderId === self.userId) outbox.confirm(messageId);
  };

  const browserAlerts = () => import("./browser-alerts.ts");
  const canShow = (): boolean => window.Notification?.permission === "granted";

  let loaded: Promise<void> = Promise.resolve();
  let startedUploads: ReturnType<typeof loadUploads> | undefined;
  const loadUploads = async () => {
    const { startUploads } = await import("./start-uploads.ts");
    return startUploads({ userId: self.userId, page, outbox, ready: loaded });
  };
  /** What uploads files comes with the first of them. */
  const uploads = (): ReturnType<typeof loadUploads> => {
    startedUploads ??= loadUploads().catch((error: unknown) => {
      startedUploads = undefined;
      throw error;
    });
    return startedUploads;
  };

  /** What makes the sound comes with the first message to tell of; what decides is there before. */
  const tellOnce = createAlerts({
    claim,
    isInView,
    isRead: ({ conversationId, seq }) => {
      const conversation = live.state().conversations[conversationId];
      return conversation !== undefined && ownReadSeq(conversation, self.userId) >= seq;
    },
    wait,
    tell: async ({ attachments, ...message }) =>
      (await browserAlerts()).tellOf({ ...message, content: message.content || fileWords(attachments) }),
  });
  const alert = async (message: Message): Promise<void> => {
    const conversation = live.state().conversations[message.conversationId];
    if (isWorthAnAlert({ message, conversation, selfId: self.userId, now: new Date() })) await tellOnce(message);
  };

  /** What holds bookings comes with the first of them. */
  const takeBooking = async (booking: Booking): Promise<void> => {
    (await import("./booking-cache.ts")).takeBooking(client, booking);
  };

  /** What holds alerts comes with the first of them. */
  const takeAlert = async (news: AlertNews): Promise<void> => {
    (await import("./alert-cache.ts")).takeAlert(client, news);
  };

  /** What waits for a moderator comes with the first of it. */
  const hearOfHeld = (news?: ServerEventMessage): void =>
    quietly(import("./held-messages.ts").then(({ takeHeld }) => takeHeld(outbox, listeners, news)));
  const askOfHeld = (count = 0): void => {
    if (count > 0 || outbox.entries().some(({ state }) => state === "held")) hearOfHeld();
  };

  /** What a device shows of a conversation goes when that is read, on whichever device. */
  const withdraw = async (conversationId: string): Promise<void> => (await browserAlerts()).withdraw(conversationId);

  const hear = (news: ServerEventMessage, asked: Cursors): void => {
    // Somebody else has signed in in this browser, and the line came back in their name.
    if (news.event === "session:ready" && news.payload.userId !== self.userId) {
      window.location.reload();
      return;
    }
    live.update((state) => applyEvent(state, news, asked, heldAtAsking));
    for (const listener of listeners) listener(news);
    switch (news.event) {
      case "message:received":
        typing.sent(news.payload.conversationId, news.payload.senderId);
        confirmOwn([news.payload]);
        quietly(alert(news.payload));
        break;
      case "notification:new":
      case "notification:read":
        void client.invalidateQueries({ queryKey: queryKeys.notifications });
        break;
      case "unread_count:updated":
        if (news.payload.unreadCount === 0 && canShow()) quietly(withdraw(news.payload.conversationId));
        break;
      case "session:ready":
        heldAtAsking = undefined;
        typing.setClock(news.payload.serverTime);
        confirmOwn(news.payload.changes.flatMap(({ messages }) => messages));
        askOfHeld(news.payload.heldMessages);
        break;
      case "typing:indicator":
        typing.hear(news.payload);
        break;
      case "preferences:updated":
        presenceWatch.connected();
        void catchUp.refresh();
        break;
      case "booking:updated":
        quietly(takeBooking(news.payload));
        break;
      case "viewing:updated":
        void client.invalidateQueries({ queryKey: queryKeys.viewings });
        break;
      case "message:held":
      case "message:refused":
      case "message:withdrawn":
        hearOfHeld(news);
        break;
      case "alert:published":
      case "alert:ended":
        void takeAlert(news).catch(() => undefined);
        break;
      case "presence:changed":
        page.setState((state) => ({ presences: applyPresences(state.presences, [news.payload]) }));
        break;
    }
  };

  const wakeOutbox = (): void => {
    if (document.visibilityState === "visible") outbox.wake();
  };

  let isStopped = false;
  let keeper: { stop: () => void } | undefined;
  const keepHistory = async (): Promise<void> => {
    await writeKeptPerson(self);
    if (isStopped) return;
    keeper = createHistoryKeeper({
      userId: self.userId,
      live,
      disk,
      readNewest: requests.readNewest,
      isConnected: isOnline,
    });
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
    uploads,
    receipts,
    request: socket.request,
    /** Hears all news as it comes. Returns how to stop. */
    listen: (listener: (news: ServerEventMessage) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** How the page says what files are, for those whom a message reaches outside of it. */
    speak: (words: typeof fileWords): void => {
      fileWords = words;
    },
    /** Opens the one connection of this tab; a second call does nothing. */
    start: (): void => {
      if (isStarted) return;
      isStarted = true;
      ownPresence.start();
      const alone = forgetOthers(self.userId);
      loaded = alone.then(outbox.start);
      void loaded.then(() => {
        askOfHeld();
        if (hasUploads(self.userId)) quietly(uploads());
      });
      // A browser that keeps nothing has no history; everything else works.
      void alone.then(keepHistory).catch(() => undefined);
      window.addEventListener("online", wakeOutbox);
      document.addEventListener("visibilitychange", wakeOutbox);
      stopWatching = watchPerson(self.userId, () => window.location.reload());
      socket.start();
    },
    stop: (): void => {
      isStopped = true;
      keeper?.stop();
      socket.stop();
      outbox.stop();
      if (startedUploads) quietly(startedUploads.then((started) => started.stop()));
      stopWatching?.();
      window.removeEventListener("online", wakeOutbox);
      document.removeEventListener("visibilitychange", wakeOutbox);
      stopAcknowledging();
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
