import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Server } from "socket.io";
import type { Database } from "#lib/db/client.ts";
import type { Vitals } from "#lib/domain/ports.ts";
import type { Admitted } from "./socket/admission.ts";
import { DESK_ROOM } from "./socket/rooms.ts";

const RESOLUTION_MS = 10;

/** What this process can tell of itself: its sockets, its event loop, its pool. Each reading begins a new measurement. */
export const createVitals = (io: Server, database: Pick<Database, "load">): Vitals => {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();

  /** A look comes after each `RESOLUTION_MS`, which is no delay. */
  const eventLoopMs = (): number => {
    const ms = Math.max(0, delays.percentile(99) / 1e6 - RESOLUTION_MS);
    delays.reset();
    return Number.isFinite(ms) ? Math.round(ms * 10) / 10 : 0;
  };

  const people = (): number => {
    const ids = new Set<string>();
    for (const { data } of io.of("/").sockets.values()) {
      const { actor }: Partial<Admitted> = data;
      if (actor) ids.add(actor.userId);
    }
    return ids.size;
  };

  return {
    read: () => ({
      connections: io.of("/").sockets.size,
      people: people(),
      eventLoopMs: eventLoopMs(),
      pool: database.load(),
    }),
    isWatched: () => io.of("/").adapter.rooms.has(DESK_ROOM),
  };
};
