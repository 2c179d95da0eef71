import { setTimeout as delay } from "node:timers/promises";
import type { Server } from "socket.io";
import type { SessionService } from "#lib/domain/accounts/session.service.ts";
import type { Log } from "#lib/domain/ports.ts";
import type { Admitted } from "./admission.ts";
import { closeRoom } from "./close-room.ts";
import { sessionRoom, userRoom } from "./rooms.ts";

/** Another program's change takes hold after this at most, and one more answer of the database. */
const LOOK_EVERY_MS = 1_000;
/** A look that has not ended by then does not hold up the next one. */
const PATIENCE_MS = 5_000;

type Deps = { io: Server; sessions: Pick<SessionService, "changesOfAccess">; log: Log; everyMs?: number };
type Changes = Awaited<ReturnType<SessionService["changesOfAccess"]>>;
type ChangedPerson = Changes["people"][number];

/**
 * Ends the sockets of this process whose session has ended, or whose person was banned or got another role, whoever
 * did that: another node, a script, somebody with SQL. What services do themselves they tell at once; this is the net
 * below. It finds the same changes more than once, and acts only where a socket is still there that should not be.
 */
export const watchRevocations = ({ io, sessions, log, everyMs = LOOK_EVERY_MS }: Deps) => {
  let since: Date | undefined;
  let isDown = false;
  const stopped = new AbortController();
  const { local } = io;

  const roleOf = (socketId: string): string | undefined => {
    const admitted: Partial<Admitted> | undefined = io.sockets.sockets.get(socketId)?.data;
    return admitted?.actor?.role;
  };

  const endSession = ({ id, reason }: Changes["ended"][number]): void => {
    if (io.sockets.adapter.rooms.has(sessionRoom(id))) closeRoom(local, sessionRoom(id), "session:revoked", { reason });
  };

  const judge = ({ userId, role, reason, suspension }: ChangedPerson): void => {
    const sockets = [...(io.sockets.adapter.rooms.get(userRoom(userId)) ?? [])];
    if (sockets.length === 0) return;
    if (suspension) closeRoom(local, userRoom(userId), "moderation:banned", { reason, ...suspension });
    for (const id of suspension ? [] : sockets.filter((socketId) => roleOf(socketId) !== role)) {
      closeRoom(local, id, "session:revoked", { reason: "role_changed" });
    }
  };

  const look = async (): Promise<void> => {
    const { at, ended, people } = await sessions.changesOfAccess(since);
    ended.forEach(endSession);
    people.forEach(judge);
    since = at;
    isDown = false;
  };

  /** The next look finds what this one could not: `since` stays where it was. */
  const noteOutage = (error: unknown): void => {
    if (!isDown) log.warn({ error }, "the watch of revocations could not look");
    isDown = true;
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await Promise.race([look(), delay(PATIENCE_MS, undefined, { ref: false, signal: stopped.signal })]).catch(noteOutage);
      await delay(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
    }
  };
  void run();

  return { stop: (): void => stopped.abort() };
};
