import type { Socket } from "socket.io";
import type { Actor } from "#lib/domain/actor.ts";
import { fail } from "#lib/domain/fail.ts";
import type { Clock } from "#lib/domain/ports.ts";
import type { SocketSession } from "./bind-events.ts";
import { joinRooms } from "./join-rooms.ts";
import { sessionRoom } from "./rooms.ts";
import { createTokenLives } from "./token-life.ts";

type Fresh = { actor: Actor; expiresAt: Date };

/** The access tokens that sockets live by. */
export const createSocketTokens = (options: { lifeMs: number; clock: Clock }) => {
  const lives = createTokenLives<Socket>({
    ...options,
    onExpiring: (socket, expiresAt) => socket.emit("session:expiring", { expiresAt }),
    onExpired: (socket) => {
      socket.emit("session:revoked", { reason: "expired" });
      socket.disconnect(true);
    },
  });

  return {
    begin: lives.begin,
    end: lives.end,
    /** Lets the connection live on by a fresh token. @throws {Failure} conflict when it does not live by a token */
    renew: async (session: SocketSession, { actor: { sessionId }, expiresAt }: Fresh): Promise<void> => {
      const { socket, actor } = session;
      if (!lives.livesByToken(socket))
        throw fail("conflict", { message: "This connection lives as long as its cookie's session." });
      await joinRooms(socket, [sessionRoom(sessionId)]);
      if (actor.sessionId !== sessionId) await socket.leave(sessionRoom(actor.sessionId));
      session.actor = { ...actor, sessionId };
      lives.begin(socket, expiresAt);
    },
  };
};
export type SocketTokens = ReturnType<typeof createSocketTokens>;
