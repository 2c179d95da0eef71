import os from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Server } from "socket.io";
import type { Database } from "#lib/db/client.ts";
import type { LiveSocket, Vitals } from "#lib/domain/ports.ts";
import type { Kept } from "./socket/forget-handshake.ts";
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

  const sockets = (): LiveSocket[] =>
    [...io.of("/").sockets.values()].flatMap(({ data, conn }): LiveSocket[] => {
      const { actor, since }: Partial<Kept> = data;
      if (!actor || since === undefined) return [];
      const { userId, sessionId } = actor;
      const transport = conn.transport.name === "websocket" ? "websocket" : "polling";
      return [{ userId, sessionId, since: new Date(since), transport }];
    });

  return {
    read: () => ({
      connections: io.of("/").sockets.size,
      people: new Set(sockets().map(({ userId }) => userId)).size,
      eventLoopMs: eventLoopMs(),
      pool: database.load(),
    }),
    sockets,
    node: os.hostname(),
    isWatched: () => io.of("/").adapter.rooms.has(DESK_ROOM),
  };
};
