import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { Credentials, RefusedSignIn, type User } from "#lib/contract/accounts.ts";
import { deviceNameOf } from "#lib/domain/accounts/device-name.ts";
import { ADDRESS_HEADER } from "./client-address.ts";
import { asFailure } from "./failures.ts";
import type { Runtime } from "./runtime.ts";

const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** The end of a suspension, empty when it has none, and the token to appeal by. */
const suspensionWords = (details: unknown): string => {
  const { until, appealToken } = RefusedSignIn.safeParse(details).data ?? {};
  return `${until ?? ""} ${appealToken ?? ""}`.trimEnd();
};

/** What the sign-in page can tell apart; anything else is next-auth's own "CredentialsSignin". */
const refusalFor = (error: unknown, { log }: Runtime): Error | null => {
  const failure = asFailure(error, log);
  if (failure.code === "unauthenticated") return null;
  if (failure.code === "suspended") return new Error(`suspended:${suspensionWords(failure.details)}`);
  return new Error(failure.code === "rate_limited" ? `rate_limited:${failure.retryAfterMs ?? 0}` : failure.code);
};

type Caller = { address: string; userAgent: string };

const signIn = async (
  runtime: Runtime,
  raw: unknown,
  { address, userAgent }: Caller,
): Promise<(User & { sessionId: string }) | null> => {
  const credentials = Credentials.safeParse(raw);
  if (!credentials.success) return null;
  try {
    const user = await runtime.services.accounts.verify(credentials.data, address);
    return { ...user, sessionId: await runtime.services.sessions.startWeb(user, deviceNameOf(userAgent)) };
  } catch (error) {
    const refusal = refusalFor(error, runtime);
    if (refusal) throw refusal;
    return null;
  }
};

/** next-auth for the browser: the cookie names a session of ours, which can be ended; role and name are read from it each time. */
export const authOptions = (runtime: Runtime): NextAuthOptions => ({
  secret: runtime.authSecret,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: (given, request) => {
        const header = (name: string): string => {
          const value: unknown = request.headers?.[name];
          return typeof value === "string" ? value : "unknown";
        };
        const credentials = { email: given?.email, password: given?.password };
        return signIn(runtime, credentials, { address: header(ADDRESS_HEADER), userAgent: header("user-agent") });
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user && "sessionId" in user ? { sub: user.id, sessionId: user.sessionId } : token),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionId === "string") await runtime.services.sessions.end(token.sessionId, "signed_out");
    },
  },
  logger: {
    error: (code, metadata) => runtime.log.error({ code, error: metadata instanceof Error ? metadata : undefined }, "next-auth"),
    warn: (code) => runtime.log.debug({ code }, "next-auth"),
    debug: () => undefined,
  },
});
