import { behind } from "./inbox-state.ts";
import type { LiveCache } from "./live-cache.ts";

type Deps = {
  selfId: string;
  live: LiveCache;
  isConnected: () => boolean;
  tellDelivered: (conversationId: string, seq: number) => void;
};

/** Tells the server what this device holds: everything of the conversations in which it knows of no hole. */
export const createOwnDeliveries = ({ selfId, live, isConnected, tellDelivered }: Deps) => {
  const tell = (): void => {
    if (!isConnected()) return;
    const state = live.state();
    const torn = new Set([...behind(state), ...state.missing]);
    for (const { id, lastSeq, participants } of Object.values(state.conversations)) {
      const own = participants.find(({ userId }) => userId === selfId);
      if (own && own.deliveredSeq < lastSeq && !torn.has(id)) tellDelivered(id, lastSeq);
    }
  };
  return { wake: tell, stop: live.onChange(tell) };
};
