import type { Session, TokenPair, User } from "#lib/contract/accounts.ts";
import type { PersonSession } from "#lib/contract/people.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import { fail } from "../fail.ts";
import type { AccessTokens, Clock, NewId, Publisher } from "../ports.ts";
import { createSharedRead } from "../shared-read.ts";
import { suspensionOf } from "./account.policy.ts";
import { hashOfSecret, newSecret } from "./secret-token.ts";
import * as sessions from "./session.repository.ts";

type Deps = { database: Database; tokens: AccessTokens; publish: Publisher; newId: NewId; clock: Clock };

/** How long a session lives without a new sign-in (ASVS 7.3). */
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
/** So exactly is known when a session was last used. */
const SEEN_MS = 60_000;
/** How far a look at what has changed reaches back behind the one before it: a commit may come later than its own stamp. */
const OVERLAP_MS = 30_000;

/** An ended session is kept so long: who looks into what happened to an account may ask for it. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
/** So many go in one transaction. */
const FORGOTTEN_AT_ONCE = 500;

type Row = Awaited<ReturnType<typeof sessions.findLiveSessions>>[number];

const presented = ({ createdAt, lastSeenAt, ...session }: Row): PersonSession => ({
  ...session,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
});

type Person = User & { bannedUntil: Date | null };

export const createSessionService = ({ database, tokens, publish, newId, clock }: Deps) => {
  const open = async (db: Db, user: User, kind: "web" | "token", deviceName: string | undefined): Promise<string> => {
    const id = newId();
    const expiresAt = new Date(clock().getTime() + SESSION_MS);
    await sessions.insertSession(db, { id, userId: user.id, kind, deviceName: deviceName ?? null, expiresAt });
    return id;
  };

  const issue = async (db: Db, { id, name, role }: User, sessionId: string): Promise<TokenPair> => {
    const refreshToken = newSecret();
    const expiresAt = new Date(clock().getTime() + SESSION_MS);
    await sessions.insertRefreshToken(db, { tokenHash: hashOfSecret(refreshToken), sessionId, expiresAt });
    const access = await tokens.issue({ userId: id, sessionId });
    const user = { id, name, role };
    return { accessToken: access.token, accessTokenExpiresAt: access.expiresAt.toISOString(), refreshToken, user };
  };

  /** @throws {Failure} suspended, with the end of it */
  const assertWelcome = (person: Person, now: Date): void => {
    const details = suspensionOf(person, now);
    if (details) throw fail("suspended", { details });
  };

  /** The pair for the next quarter of an hour; or the session to end, because its token was used before. */
  const rotate = async (db: Db, refreshToken: string): Promise<TokenPair | { reusedIn: string } | undefined> => {
    const now = clock();
    const tokenHash = hashOfSecret(refreshToken);
    const known = await sessions.lockRefreshToken(db, tokenHash);
    if (!known || known.expiresAt <= now) return undefined;
    if (known.usedAt) return { reusedIn: known.sessionId };
    const user = (await sessions.findBySessions(db, [known.sessionId], now)).get(known.sessionId);
    if (!user) return undefined;
    assertWelcome(user, now);
    await sessions.markRefreshTokenUsed(db, tokenHash, now);
    return issue(db, user, known.sessionId);
  };

  const end = async (choice: sessions.SessionChoice, reason: string): Promise<string[]> => {
    const ended = await database.write((db) => sessions.revokeSessions(db, choice, reason));
    for (const id of ended) publish.endSession(id, reason);
    return ended;
  };

  const touches = createBatcher<string, true>({
    size: 256,
    capacity: 10_000,
    begin: setImmediate,
    run: async (sessionIds) => {
      const now = clock();
      const unlessSince = new Date(now.getTime() - SEEN_MS);
      await database.byKeys.read((db) => sessions.touchSessions(db, sessionIds, now, unlessSince));
      return sessionIds.map(() => true);
    },
  });
  const touch = async (sessionId: string): Promise<void> => {
    await touches.add(sessionId);
  };

  const findPerson = createSharedRead((sessionIds) =>
    database.byKeys.read((db) => sessions.findBySessions(db, sessionIds, clock())),
  );

  /**
   * Who a session belongs to, with the name and role of this moment; nothing once it has ended.
   * @throws {Failure} suspended while its person is banned
   */
  const actor = async (sessionId: string): Promise<Actor | undefined> => {
    const found = await findPerson(sessionId);
    if (!found) return undefined;
    const now = clock();
    assertWelcome(found, now);
    if (now.getTime() - found.seenAt.getTime() > SEEN_MS) await touch(sessionId);
    return { userId: found.id, name: found.name, role: found.role, sessionId };
  };

  return {
    /** A session for a browser's cookie. Resolves to its id. */
    startWeb: (user: User, deviceName?: string): Promise<string> => database.write((db) => open(db, user, "web", deviceName)),

    /** A session for a client that keeps tokens. */
    startToken: (user: User, deviceName?: string): Promise<TokenPair> =>
      database.write(async (db) => issue(db, user, await open(db, user, "token", deviceName))),

    /**
     * @throws {Failure} unauthenticated for a token that is unknown, too old, or used before: the last ends its session;
     * suspended while its person is banned, and the token is good again after that
     */
    refresh: async (refreshToken: string): Promise<TokenPair> => {
      const pair = await database.write((db) => rotate(db, refreshToken));
      if (pair && "reusedIn" in pair) await end({ id: pair.reusedIn }, "token_reused");
      if (!pair || "reusedIn" in pair) throw fail("unauthenticated");
      return pair;
    },

    /** One's own live sessions, the last used first. */
    list: async ({ userId, sessionId }: Actor): Promise<Session[]> => {
      const found = await database.read((db) => sessions.findLiveSessions(db, userId, clock()));
      return found.map((session) => ({ ...presented(session), current: session.id === sessionId }));
    },

    end: (sessionId: string, reason: string) => end({ id: sessionId }, reason),

    /** @throws {Failure} not_found when there is no such session, or it is somebody else's */
    endOwn: async ({ userId, sessionId }: Actor, id: string): Promise<void> => {
      const ended = await end({ id, userId }, id === sessionId ? "signed_out" : "signed_out_remotely");
      if (ended.length === 0) throw fail("not_found");
    },

    endOthers: ({ userId, sessionId }: Actor, reason: string) => end({ userId, except: sessionId }, reason),

    /** Ends all of somebody's, in the transaction of what that comes of; their live sockets are told by who asks for it. */
    endAllIn: (db: Db, userId: string, reason: string): Promise<string[]> => sessions.revokeSessions(db, { userId }, reason),

    /** The same of one. Resolves to nothing when it is not alive, or somebody else's. */
    endOneIn: (db: Db, userId: string, id: string, reason: string): Promise<string[]> =>
      sessions.revokeSessions(db, { id, userId }, reason),

    /** Where somebody is signed in, the last used first: for those who look after the house. */
    liveOf: async (db: Db, userId: string): Promise<PersonSession[]> => {
      const found = await sessions.findLiveSessions(db, userId, clock());
      return found.map(presented);
    },

    touch,

    actor,

    /** The actor of a bearer token and the token's end, or nothing. */
    ofToken: async (token: string): Promise<{ actor: Actor; expiresAt: Date } | undefined> => {
      const claims = await tokens.verify(token);
      const found = claims && (await actor(claims.sessionId));
      return found && found.userId === claims.userId ? { actor: found, expiresAt: claims.expiresAt } : undefined;
    },

    /** Forgets sessions that ended long ago, and the tokens of theirs. */
    forgetEnded: async (): Promise<void> => {
      const before = new Date(clock().getTime() - KEPT_MS);
      let forgotten = FORGOTTEN_AT_ONCE;
      while (forgotten === FORGOTTEN_AT_ONCE)
        forgotten = await database.write((db) => sessions.dropEnded(db, before, FORGOTTEN_AT_ONCE));
    },

    /**
     * The sessions that have ended and the people whose role or ban has changed since the look before, whoever ended or
     * changed them. What a look has found, the next ones may find again. `at` is the `since` of the next look.
     */
    changesOfAccess: (since?: Date) =>
      database.read(async (db) => {
        const at = await sessions.databaseTime(db);
        const from = new Date((since ?? at).getTime() - OVERLAP_MS);
        const [ended, people] = await Promise.all([
          sessions.findEndedSessions(db, from, at),
          sessions.findChangedAccess(db, from),
        ]);
        return {
          at,
          ended: ended.map(({ id, revokedAt, endReason }) => ({ id, reason: revokedAt ? (endReason ?? "revoked") : "expired" })),
          people: people.map(({ userId, role, reason, bannedUntil }) => ({
            userId,
            role,
            reason,
            suspension: suspensionOf({ bannedUntil }, at),
          })),
        };
      }),
  };
};
export type SessionService = ReturnType<typeof createSessionService>;
