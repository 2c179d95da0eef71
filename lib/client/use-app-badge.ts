"use client";

import { useEffect } from "react";

/** Puts the number on the icon of the installed app, where there is one. */
export const useAppBadge = (count: number): void => {
  useEffect(() => {
    if (!("setAppBadge" in navigator)) return;
    // A browser that knows it but has no icon to put it on refuses.
    navigator.setAppBadge(count).catch(() => undefined);
  }, [count]);
};
