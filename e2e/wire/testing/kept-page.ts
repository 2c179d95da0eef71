import { v7 } from "uuid";
import { amendMessage } from "#lib/client/amend.ts";
import { applyEvent } from "#lib/client/apply-event.ts";
import { applySync } from "#lib/client/apply-sync.ts";
import { behind, type InboxState } from "#lib/client/inbox-state.ts";
import { createMessageChanges, isLeaving } from "#lib/client/message-changes.ts";
import { createOutbox } from "#lib/client/outbox.ts";
import { sendChange } from "#lib/client/send-change.ts";
import { createSend } from "#lib/client/send-transport.ts";
import { sentMessage } from "#lib/client/sent-message.ts";
import { cursorsOf } from "#lib/client/sync-cursors.ts";
import { createBrowser } from "#lib/client/testing/outbox-tabs.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Device, Person } from "../../harness/person.ts";

const unavailable = { ok: false, error: { code: "unavailable", message: "", retryable: true } } as const;

/** What a page is without its looks: one device of a person, with a line that can be cut. Starts without one. */
export const createKeptPage = async (person: Person, from: InboxState) => {
  const deviceId = v7();
  let state = from;
  let device: Device | undefined;
  const apply = (news: ServerEventMessage, asked?: ReturnType<typeof cursorsOf>): void => {
    state = applyEvent(state, news, asked);
  };

  const { store, tabs } = createBrowser().openTab();
  const outbox = createOutbox({
    send: createSend({
      request: (async (...given: Parameters<Device["ask"]>) =>
        (await device?.ask(...given).catch(() => undefined)) ?? unavailable) as never,
      post: () => Promise.reject(new Error("There is no other way.")),
      downForMs: () => 0,
      namedIn: () => [],
      change: sendChange,
    }),
    store,
    tabs,
    onStored: (entry, stored) => {
      const payload =
        stored && "status" in stored ? sentMessage(entry, stored, { userId: person.id, name: person.name }) : stored;
      if (payload) apply({ event: "message:received", payload });
    },
    onChange: () => undefined,
    onRefused: () => undefined,
    newId: v7,
  });
  await outbox.start();
  const changes = createMessageChanges(outbox);

  return {
    state: (): InboxState => state,
    outbox,
    changes,

    /** Takes it away, and means it. */
    removes: async (message: Message): Promise<void> => {
      changes.remove(message);
      // The next moment, when it stands on the disk.
      await new Promise((resolve) => setImmediate(resolve));
      const leaving = outbox.entries().find((entry) => isLeaving(entry) && entry.change?.of === message.messageId);
      if (leaving) changes.release(leaving.messageId);
    },

    /** The messages of a conversation as they show, with what waits. */
    shown: (id: string): Message[] => {
      const waiting = outbox.entries().filter(({ change }) => change);
      return (state.threads[id]?.messages ?? []).map((message) => amendMessage(message, waiting, person.id));
    },

    cuts: (): void => {
      device?.socket.offAny();
      device?.leaves();
      device = undefined;
    },

    connects: async (): Promise<void> => {
      if (device) return;
      const cursors = cursorsOf(state);
      device = await person.connects({
        deviceId,
        cursors,
        onNews: (event, payload) =>
          apply({ event, payload } as ServerEventMessage, event === "session:ready" ? cursors : undefined),
      });
      outbox.wake();
    },

    /** Asks for what was missed, as a page does that knows of a hole. */
    catchesUp: async (): Promise<void> => {
      if (!device || (behind(state).length === 0 && state.missing.length === 0)) return;
      const since = state;
      const cursors = cursorsOf(since);
      state = applySync(state, await device.does("session:sync", { cursors }), cursors, since);
    },

    stops: (): void => {
      outbox.stop();
      device?.leaves();
    },
  };
};
export type KeptPage = Awaited<ReturnType<typeof createKeptPage>>;
