"use client";

import { lazy, Suspense } from "react";
import { useAlerts } from "#lib/client/use-alerts.ts";

const AlertBar = lazy(() => import("./alert-bar.tsx").then((module) => ({ default: module.AlertBar })));

/** On most days there is none, and nothing of it comes with the inbox. */
export const InboxAlerts = ({ userId }: { userId: string }) => {
  const alerts = useAlerts();
  return (
    alerts &&
    alerts.length > 0 && (
      <Suspense fallback={null}>
        <AlertBar alerts={alerts} userId={userId} />
      </Suspense>
    )
  );
};
