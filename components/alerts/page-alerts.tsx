"use client";

import { usePageAlerts } from "#lib/client/use-page-alerts.ts";
import type { Alert } from "#lib/contract/alerts.ts";
import { AlertBar } from "./alert-bar.tsx";

/** What admins tell everybody, on top of every page but the inbox. */
export const PageAlerts = ({ initial, userId }: { initial: Alert[]; userId: string }) => (
  <AlertBar alerts={usePageAlerts(initial)} userId={userId} />
);
