import { setTimeout as delay } from "node:timers/promises";
import type { Server } from "socket.io";
import type { Door } from "./door.ts";
import type { Workload } from "./workload.ts";

/** So many come back in a second without making each other wait. */
const RETURNS_PER_SECOND = 250;
const MOST_SPREAD_MS = 20_000;
/** What has not been answered by then will be asked again elsewhere. */
const PATIENCE_MS = 4_000;
/** When each was last seen is written down behind it. */
const PARTING_MS = 3_000;
/** Time for the last words to leave, looked at every so often. */
const FAREWELL_MS = 1_000;
const LOOK_MS = 20;

/** Over how long a crowd of so many is to spread its return. */
export const spreadMsOf = (sockets: number): number => Math.min(MOST_SPREAD_MS, Math.ceil(sockets / RETURNS_PER_SECOND) * 1_000);

type Deps = { io: Server; door: Door; workload: Workload };

/** Ends every connection behind what is still to be said on it. Socket.IO's own close would throw that away. */
const sayGoodbye = async (io: Server): Promise<void> => {
  io.local.disconnectSockets(true);
  for (let waited = 0; io.engine.clientsCount > 0 && waited < FAREWELL_MS; waited += LOOK_MS) await delay(LOOK_MS);
};

/** Lets nobody in any more, tells everybody, waits until what was asked is answered, and ends every connection. */
export const drain = async ({ io, door, workload }: Deps): Promise<void> => {
  door.close();
  // Those of other nodes stay where they are.
  io.local.emit("server:draining", { spreadMs: spreadMsOf(io.of("/").sockets.size) });
  await workload.idle(PATIENCE_MS);
  await sayGoodbye(io);
  await workload.idle(PARTING_MS);
};
