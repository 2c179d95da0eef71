import { createHash, randomBytes } from "node:crypto";
import type { TokenPair, User } from "#lib/contract/accounts.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { AccessTokens, Clock, NewId, Publisher } from "../ports.ts";
import * as accounts from "./account.repository.ts";

type Deps = { database: Database; tokens: AccessTokens; publish: Publisher; newId: NewId; clock: Clock };

/** How long a session lives without a new sign-in (ASVS 7.3). */
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const createSessionService = ({ database, tokens, publish, newId, clock }: Deps) => {
  const open = async (db: Db, user: User, kind: "web" | "token", deviceName?: string): Promise<string> => {
    const id = newId();
    const expiresAt = new Date(clock().getTime() + SESSION_MS);
    await accounts.insertSession(db, { id, userId: user.id, kind, deviceName: deviceName ?? null, expiresAt });
    return id;
  };

  const issue = async (db: Db, user: User, sessionId: string): Promise<TokenPair> => {
    const refreshToken = randomBytes(32).toString("base64url");
    const expiresAt = new Date(clock().getTime() + SESSION_MS);
    await accounts.insertRefreshToken(db, { tokenHash: hashOf(refreshToken), sessionId, expiresAt });
    const access = await tokens.issue({ userId: user.id, sessionId });
    return { accessToken: access.token, accessTokenExpiresAt: access.expiresAt.toISOString(), refreshToken, user };
  };

  /** The pair for the next quarter of an hour; or the session to end, because its token was used before. */
  const rotate = async (db: Db, refreshToken: string): Promise<TokenPair | { reusedIn: string } | undefined> => {
    const now = clock();
    const tokenHash = hashOf(refreshToken);
    const known = await accounts.lockRefreshToken(db, tokenHash);
    if (!known || known.expiresAt <= now) return undefined;
    if (known.usedAt) return { reusedIn: known.sessionId };
    const user = await accounts.findBySession(db, known.sessionId, now);
    if (!user) return undefined;
    await accounts.markRefreshTokenUsed(db, tokenHash, now);
    return issue(db, user, known.sessionId);
  };

  const end = async (sessionId: string, reason: string): Promise<void> => {
    const ended = await database.write((db) => accounts.revokeSession(db, sessionId, clock()));
    if (ended) publish.endSession(sessionId, reason);
  };

  /** Who a session belongs to, with the name and role of this moment; nothing once it has ended. */
  const actor = async (sessionId: string): Promise<Actor | undefined> => {
    const user = await database.read((db) => accounts.findBySession(db, sessionId, clock()));
    return user && { userId: user.id, name: user.name, role: user.role, sessionId };
  };

  return {
    /** A session for a browser's cookie. Resolves to its id. */
    startWeb: (user: User): Promise<string> => database.write((db) => open(db, user, "web")),

    /** A session for a client that keeps tokens. */
    startToken: (user: User, deviceName?: string): Promise<TokenPair> =>
      database.write(async (db) => issue(db, user, await open(db, user, "token", deviceName))),

    /** @throws {Failure} unauthenticated for a token that is unknown, too old, or used before: the last ends its session */
    refresh: async (refreshToken: string): Promise<TokenPair> => {
      const pair = await database.write((db) => rotate(db, refreshToken));
      if (pair && "reusedIn" in pair) await end(pair.reusedIn, "token_reused");
      if (!pair || "reusedIn" in pair) throw fail("unauthenticated");
      return pair;
    },

    end,

    actor,

    /** The actor of a bearer token, or nothing. */
    actorOfToken: async (token: string): Promise<Actor | undefined> => {
      const claims = await tokens.verify(token);
      const found = claims && (await actor(claims.sessionId));
      return found?.userId === claims?.userId ? found : undefined;
    },
  };
};
export type SessionService = ReturnType<typeof createSessionService>;
