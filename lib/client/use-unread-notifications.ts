"use client";

import { useQuery } from "@tanstack/react-query";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

/** How much of what one is told of is unread. */
export const useUnreadNotifications = (): number =>
  useQuery({
    queryKey: queryKeys.notificationCount,
    queryFn: async () => (await call("GET /api/notifications", { query: { limit: 1 } })).unreadCount,
  }).data ?? 0;
