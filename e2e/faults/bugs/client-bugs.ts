import type { Habits } from "../workload/device.ts";

/** Mistakes that somebody could make in a client. */
export const clientBugs: { name: string; habits: Partial<Habits> }[] = [
  { name: "a retry under a new id", habits: { retriesWithNewId: true } },
  { name: "two tabs that send from one outbox", habits: { senders: 2 } },
];
