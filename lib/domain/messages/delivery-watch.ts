import type { Metrics } from "../ports.ts";

/** Who comes back after that was away, and no delivery was slow. */
const KEPT_MS = 300_000;
/** So many messages are remembered at the most. */
const MOST = 20_000;
/** One mark moves past so many messages at the most whose times are looked up. */
const MOST_AT_ONCE = 500;

type Place = { conversationId: string; seq: number };
type Deps = { metrics: Pick<Metrics, "count" | "observe"> };

const keyOf = (conversationId: string, seq: number): string => `${conversationId} ${seq}`;

/**
 * Measures the way of each message from its commit to the devices of each recipient. It knows of what this process has stored
 * in the last minutes, and of nothing else. `now`: milliseconds of a clock that never runs back.
 */
export const createDeliveryWatch = ({ metrics }: Deps, { now = () => performance.now(), most = MOST } = {}) => {
  // The oldest first.
  const storedAt = new Map<string, number>();

  const forgetOld = (time: number): void => {
    for (const [key, at] of storedAt) {
      if (storedAt.size <= most && time - at < KEPT_MS) return;
      storedAt.delete(key);
    }
  };

  return {
    /** These are committed. `written` by people, `posted` for them by what they did. */
    stored: (kind: "written" | "posted", places: Place[]): void => {
      if (places.length === 0) return;
      metrics.count("uninest_messages_stored_total", { kind }, places.length);
      const time = now();
      for (const { conversationId, seq } of places) storedAt.set(keyOf(conversationId, seq), time);
      forgetOld(time);
    },

    /** A recipient's devices hold everything behind `from` up to `to`. */
    held: (conversationId: string, from: number, to: number): void => {
      const time = now();
      for (let seq = Math.max(from + 1, to - MOST_AT_ONCE + 1); seq <= to; seq += 1) {
        const at = storedAt.get(keyOf(conversationId, seq));
        if (at !== undefined && time - at < KEPT_MS) metrics.observe("uninest_delivery_seconds", (time - at) / 1_000, {});
      }
    },
  };
};
export type DeliveryWatch = ReturnType<typeof createDeliveryWatch>;
