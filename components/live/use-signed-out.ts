"use client";

import { useEffect } from "react";
import { signInAddress } from "#lib/client/goodbye.ts";
import { usePage } from "#lib/client/realtime-context.ts";

/** Who is signed out goes to the sign-in page, is told why there, and comes back here after it. */
export const useSignedOut = (): void => {
  const goodbye = usePage((page) => page.goodbye);
  useEffect(() => {
    if (goodbye) window.location.assign(signInAddress(window.location.pathname, goodbye));
  }, [goodbye]);
};
