"use client";

import { useEffect, useEffectEvent } from "react";

/** Calls back when the browser's back button brings the page out of its cache as it was left, 'One moment' and all. */
export const useReturn = (onReturn: () => void): void => {
  const returned = useEffectEvent(onReturn);
  useEffect(() => {
    const show = ({ persisted }: PageTransitionEvent) => persisted && returned();
    window.addEventListener("pageshow", show);
    return () => window.removeEventListener("pageshow", show);
  }, []);
};
