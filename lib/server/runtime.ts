import type { Health } from "#lib/contract/routes/service.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { isFailure } from "#lib/domain/fail.ts";
import type { Log, Mail, RateLimits } from "#lib/domain/ports.ts";
import type { Identity } from "./identity.ts";
import { PATH_HEADER } from "./page-headers.ts";
import type { Services } from "./services.ts";

export type ShownMail = Mail & { at: Date };

export type Runtime = {
  services: Services;
  identity: Identity;
  limits: RateLimits;
  log: Log;
  /** The addresses of our own pages. */
  origins: Set<string>;
  authSecret: string;
  /** Pages are built, and may be kept by a browser. */
  isBuilt: boolean;
  /** What the demo's people sign in with; the sign-in page shows it. Absent where people are real. */
  demoPassword: string | undefined;
  health: () => Promise<Health>;
  /** What is counted, as Prometheus reads it. */
  metricsText: () => Promise<string>;
  /** Lets in who reads it from elsewhere; absent: nobody. */
  metricsToken: string | undefined;
  /** The newest mails first, where they are shown instead of sent. Absent where people are real. */
  shownMails: (() => ShownMail[]) | undefined;
};

/** server.ts and Next's bundles each hold a copy of every module; this property of the process is the one bridge. */
const BRIDGE = Symbol.for("uninest.runtime");
const bridge = globalThis as { [BRIDGE]?: Runtime };

export const setRuntime = (runtime: Runtime): void => {
  bridge[BRIDGE] = runtime;
};

/** What server.ts has built. For doors and server components only. */
export const runtime = (): Runtime => {
  const built = bridge[BRIDGE];
  if (!built) throw new Error("The runtime is not built: start the app by server.ts, not by next.");
  return built;
};

/** To a page, somebody who is kept out is nobody; the sign-in says why. */
const nobodyWhenSuspended = (error: unknown): undefined => {
  if (isFailure(error) && error.code === "suspended") return undefined;
  throw error;
};

/** Who looks at the page, or nobody. */
export const pageActor = async (): Promise<Actor | null> => {
  // Imported here, for server.ts loads this file too, and outside Next's bundle there is no next/headers.
  const { headers } = await import("next/headers");
  const cookie = (await headers()).get("cookie");
  return (await runtime().identity.fromCookies(cookie).catch(nobodyWhenSuspended)) ?? null;
};

/** The address of the page that is looked at, without what Next adds when it fetches a page's parts. */
export const pagePath = async (): Promise<string> => {
  const { headers } = await import("next/headers");
  const { pathname, searchParams } = new URL((await headers()).get(PATH_HEADER) ?? "/", "http://localhost");
  searchParams.delete("_rsc");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
};
