import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { Outbox } from "./outbox.ts";
import { quietly } from "./quietly.ts";

/** What waits for a moderator comes with the first of it. */
export const createHeldOnDemand = (outbox: Outbox, listeners: Set<(news: ServerEventMessage) => void>) => {
  const take = (news?: ServerEventMessage): void =>
    quietly(import("./held-messages.ts").then(({ takeHeld }) => takeHeld(outbox, listeners, news)));
  return {
    take,
    /** Asks where the server says that so many wait, or where some are known to. */
    ask: (count = 0): void => {
      if (count > 0 || outbox.entries().some(({ state }) => state === "held")) take();
    },
  };
};
export type HeldOnDemand = ReturnType<typeof createHeldOnDemand>;
