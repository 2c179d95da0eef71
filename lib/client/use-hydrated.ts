"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the server's markup is taken over, true after: for what only the browser knows. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
