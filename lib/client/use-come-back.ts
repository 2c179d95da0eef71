"use client";

import { useEffect } from "react";
import { codeOfStatus, reach } from "./api.ts";
import { createComeBack } from "./come-back.ts";

/** The page itself, past the worker that would show what it has kept: a proxy with nobody behind it is no answer. */
const reachesPage = async (): Promise<boolean> => {
  const { status } = await reach(window.location.href, { method: "HEAD", cache: "no-store" });
  return codeOfStatus(status) !== "unavailable";
};

/** Loads the page again once its server can be reached. Somebody who has just chosen where to go is not called back. */
export const useComeBack = (): void => {
  useEffect(() => {
    const { start, wake, stop } = createComeBack({ reaches: reachesPage, onBack: () => window.location.reload() });
    start();
    window.addEventListener("online", wake);
    window.addEventListener("beforeunload", stop);
    return () => {
      stop();
      window.removeEventListener("online", wake);
      window.removeEventListener("beforeunload", stop);
    };
  }, []);
};
