import { parseCookie } from "cookie";
import { getToken } from "next-auth/jwt";
import type { SessionService } from "#lib/domain/accounts/session.service.ts";
import type { Actor } from "#lib/domain/actor.ts";

type Deps = { sessions: SessionService; secret: string; secureCookie: boolean };

/** Finds out who asks, from a cookie or a token, and whether that session still lives. */
export const createIdentity = ({ sessions, secret, secureCookie }: Deps) => ({
  /** The actor of next-auth's session cookie, or nothing. */
  fromCookies: async (header: string | null | undefined): Promise<Actor | undefined> => {
    if (!header) return undefined;
    // Only the cookies are handed over: a broken Authorization header is none of getToken's business (GHSA-xmf8-cvqr-rfgj).
    const request = { headers: {}, cookies: parseCookie(header) } as unknown as Parameters<typeof getToken>[0]["req"];
    const token = await getToken({ req: request, secret, secureCookie });
    return typeof token?.sessionId === "string" ? sessions.actor(token.sessionId) : undefined;
  },

  /** The actor of an access token and the token's end, or nothing. */
  fromToken: (token: string): Promise<{ actor: Actor; expiresAt: Date } | undefined> => sessions.ofToken(token),
});
export type Identity = ReturnType<typeof createIdentity>;
