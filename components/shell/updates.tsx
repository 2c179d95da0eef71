"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { registerServiceWorker } from "#lib/client/service-worker.ts";

/** Most visits never see it. */
const UpdateNote = lazy(() => import("./update-note.tsx").then((module) => ({ default: module.UpdateNote })));

const whenIdle = (work: () => void): void => void (window.requestIdleCallback ?? setTimeout)(work);

/** Once the page has nothing else to do: makes it work without a network, and says when there is a new version. */
export const Updates = () => {
  const [apply, setApply] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const register = () =>
      whenIdle(() => {
        // A browser that refuses (a private window, a policy) shows pages with a network only.
        registerServiceWorker((update) => setApply(() => update.apply)).catch(() => undefined);
      });
    if (document.readyState === "complete") register();
    else window.addEventListener("load", register, { once: true });
    return () => window.removeEventListener("load", register);
  }, []);
  return (
    <div role="status">
      {apply && (
        <Suspense fallback={null}>
          <UpdateNote onReload={apply} onLater={() => setApply(null)} />
        </Suspense>
      )}
    </div>
  );
};
