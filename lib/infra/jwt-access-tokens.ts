import { createHash, webcrypto } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { AccessTokens, Clock } from "#lib/domain/ports.ts";

const ISSUER = "uninest";
const AUDIENCE = "uninest:access";
const ALGORITHM = "HS256";

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.int() });

type Options = { secret: string; lifeSeconds: number; clock: Clock };

/** Signed access tokens that live `lifeSeconds`. One algorithm, so that a token cannot choose its own check. */
export const createJwtAccessTokens = ({ secret, lifeSeconds, clock }: Options): AccessTokens => {
  // Its own key: a session cookie, which the same secret protects, is no access token.
  const bytes = createHash("sha256").update(`access-token ${secret}`).digest();
  // Imported once: of plain bytes a key would be made for each token.
  const imported = webcrypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  return {
    issue: async ({ userId, sessionId }) => {
      const expiresAt = new Date((Math.floor(clock().getTime() / 1000) + lifeSeconds) * 1000);
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(clock())
        .setExpirationTime(expiresAt)
        .sign(await imported);
      return { token, expiresAt };
    },
    verify: async (token) => {
      try {
        const options = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], currentDate: clock() };
        const { payload } = await jwtVerify(token, await imported, options);
        const { sub, sid, exp } = Claims.parse(payload);
        return { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
      } catch {
        // Malformed, forged, expired, meant for something else: to the caller it is all the same.
        return undefined;
      }
    },
  };
};
