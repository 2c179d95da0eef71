import { setTimeout as delay } from "node:timers/promises";
import type { SessionService } from "#lib/domain/accounts/session.service.ts";
import type { Log } from "#lib/domain/ports.ts";
import type { LiveSockets } from "./live-sockets.ts";
import { sessionRoom, userRoom } from "./rooms.ts";

/** Another program's change takes hold after this at most, and one more answer of the database. */
const LOOK_EVERY_MS = 1_000;
/** A look that has not ended by then does not hold up the next one. */
const PATIENCE_MS = 5_000;

type Changes = Awaited<ReturnType<SessionService["changesOfAccess"]>>;
type Deps = {
  sockets: Pick<LiveSockets, "idsIn" | "roleOf" | "close">;
  changesOfAccess: (since?: Date) => Promise<Changes>;
  log: Log;
  everyMs?: number;
};

/**
 * Ends the sockets of this process whose session has ended, or whose person was banned or got another role, whoever
 * did that: another node, a script, somebody with SQL. What services do themselves they tell at once; this is the net
 * below. It finds the same changes more than once, and acts only where a socket is still there that should not be.
 */
export const watchRevocations = ({ sockets, changesOfAccess, log, everyMs = LOOK_EVERY_MS }: Deps) => {
  let since: Date | undefined;
  let isDown = false;
  const stopped = new AbortController();
  const pause = (ms: number, { signal }: AbortController) => delay(ms, undefined, { ref: false, signal }).catch(() => undefined);

  const endSession = ({ id, reason }: Changes["ended"][number]): void => {
    if (sockets.idsIn(sessionRoom(id)).length > 0) sockets.close(sessionRoom(id), "session:revoked", { reason });
  };

  const judge = ({ userId, role, reason, suspension }: Changes["people"][number]): void => {
    const ids = sockets.idsIn(userRoom(userId));
    if (suspension && ids.length > 0) sockets.close(userRoom(userId), "moderation:banned", { reason, ...suspension });
    for (const id of suspension ? [] : ids.filter((socketId) => sockets.roleOf(socketId) !== role)) {
      sockets.close(id, "session:revoked", { reason: "role_changed" });
    }
  };

  const look = async (): Promise<void> => {
    const { at, ended, people } = await changesOfAccess(since);
    if (stopped.signal.aborted) return;
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
      const answered = new AbortController();
      await Promise.race([look().catch(noteOutage), pause(PATIENCE_MS, answered)]);
      answered.abort();
      await pause(everyMs, stopped);
    }
  };
  void run();

  return { stop: (): void => stopped.abort() };
};
