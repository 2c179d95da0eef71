import type { RouteRequest } from "#lib/contract/routes.ts";
import { ApiError, codeOfStatus, createCall, reach } from "./api.ts";

export type SignIn = { email: string; password: string };
export type SignUp = RouteRequest<"POST /api/users">["body"];

/** The account exists, but its first sign-in failed: registering again would be a conflict. */
export class CreatedButNotSignedIn extends Error {
  constructor(cause: unknown) {
    super("The account was created, but signing in failed.", { cause });
    this.name = "CreatedButNotSignedIn";
  }
}

const BASE = "https://here.invalid";
const LIMITED = /^rate_limited:(\d+)$/;
const SUSPENDED = /^suspended:(\S*)(?: (\S+))?$/;

/** Signing in is refused by a moderator's ban. */
export class SuspendedError extends ApiError {
  /** Its end, or null when it has none. */
  readonly until: string | null;
  /** Lets its person read why, and appeal. */
  readonly appealToken: string | null;
  constructor(until: string, appealToken?: string) {
    super("suspended");
    this.until = until || null;
    this.appealToken = appealToken ?? null;
  }
}

/** What next-auth's error word means. */
const refusalOf = (word: string) => {
  const [, wait] = LIMITED.exec(word) ?? [];
  if (wait) return new ApiError("rate_limited", { retryAfterMs: Number(wait) });
  const [, until, appealToken] = SUSPENDED.exec(word) ?? [];
  if (until !== undefined) return new SuspendedError(until, appealToken);
  if (word === "CredentialsSignin") return new ApiError("unauthenticated");
  return new ApiError(word === "unavailable" ? "unavailable" : "internal");
};

const fieldOf = async (response: Response, key: string): Promise<string> => {
  // No JSON (a proxy's page, an empty answer) is an answer without the field: what follows says so by the status.
  const json: unknown = await response.json().catch(() => undefined);
  const value = typeof json === "object" && json !== null ? new Map(Object.entries(json)).get(key) : undefined;
  if (typeof value === "string") return value;
  throw new ApiError(response.ok ? "internal" : codeOfStatus(response.status));
};

/** next-auth answers with the address to go to; whether it worked stands in that address. */
const judge = (address: string) => {
  const { searchParams } = new URL(address, BASE);
  const error = searchParams.get("error");
  if (error) throw refusalOf(error);
  // Its way to say that the token was stale: nothing was done.
  if (searchParams.has("csrf")) throw new ApiError("internal");
};

/**
 * Sessions of the page, over next-auth's HTTP interface. Not its `signIn()`: that one leaves for an error page when the
 * network is away, and what was typed into the form is gone.
 */
export const createSessionCalls = (origin = "") => {
  const post = async (path: string, fields: Record<string, string>) => {
    const csrfToken = await fieldOf(await reach(`${origin}/api/auth/csrf`, {}), "csrfToken");
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    judge(await fieldOf(await reach(`${origin}/api/auth/${path}`, { method: "POST", body }), "url"));
  };

  const signIn = ({ email, password }: SignIn) => post("callback/credentials", { email, password, callbackUrl: "/inbox" });

  return {
    /** Signs this browser in. @throws ApiError: unauthenticated (they do not belong together), rate_limited, unavailable. */
    signIn,
    /** Registers and signs in. @throws ApiError: conflict (address taken), validation_failed …; CreatedButNotSignedIn. */
    signUp: async (registration: SignUp): Promise<void> => {
      await createCall(origin)("POST /api/users", { body: registration });
      await signIn(registration).catch((cause) => {
        throw new CreatedButNotSignedIn(cause);
      });
    },
    /** Ends this browser's session. */
    signOut: () => post("signout", { callbackUrl: "/sign-in" }),
  };
};

export const sessionCalls = createSessionCalls();
