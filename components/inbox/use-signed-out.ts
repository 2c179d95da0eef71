"use client";

import { useEffect } from "react";
import { usePage } from "#lib/client/realtime-context.ts";

/** Who is signed out goes to the sign-in page, and comes back here after it. */
export const useSignedOut = (): void => {
  const isSignedOut = usePage(({ connection }) => connection === "signed-out");
  useEffect(() => {
    if (isSignedOut) window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`);
  }, [isSignedOut]);
};
