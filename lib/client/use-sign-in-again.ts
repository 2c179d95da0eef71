"use client";

import { useEffect } from "react";
import { asApiError } from "./api.ts";
import { signInAddress } from "./goodbye.ts";

/** Leads to the sign-in, and back here after it, once one of these says that the session has ended. */
export const useSignInAgain = (...errors: (Error | null)[]): void => {
  const isSignedOut = errors.some((error) => error && asApiError(error).code === "unauthenticated");
  useEffect(() => {
    if (isSignedOut) window.location.assign(signInAddress(window.location.pathname, { why: "ended" }));
  }, [isSignedOut]);
};
