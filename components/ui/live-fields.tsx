"use client";

import type { ReactNode } from "react";
import { useHydrated } from "#lib/client/use-hydrated.ts";

/**
 * The fields of a form, which take nothing in until the page is alive: what is typed before would be lost when it comes
 * to life, and what is sent before would reach nobody.
 */
export const LiveFields = ({ children }: { children: ReactNode }) => (
  <fieldset disabled={!useHydrated()} className="contents">
    {children}
  </fieldset>
);
