"use client";

import { useEffect, useSyncExternalStore } from "react";
import { timeZoneCookie } from "./time-zone.ts";

const YEAR = 365 * 24 * 60 * 60;
const never = () => () => {};
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const remember = (zone: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari before 18.4
  document.cookie = `${timeZoneCookie}=${encodeURIComponent(zone)}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
};

/** The browser's zone; while the server's markup is taken over, the one that the server used. Tells it for next time. */
export const useOwnTimeZone = (servers: string): string => {
  const zone = useSyncExternalStore(never, ownTimeZone, () => servers);
  useEffect(() => {
    if (zone !== servers) remember(zone);
  }, [zone, servers]);
  return zone;
};
