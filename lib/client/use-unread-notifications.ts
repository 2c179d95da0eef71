"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

const isLooking = (): boolean => document.visibilityState === "visible" && document.hasFocus();

/** How much of what one is told of is unread. What belongs to the open conversation is read by whoever looks at it. */
export const useUnreadNotifications = (openId: string | null): number => {
  const client = useQueryClient();
  const { data: count = 0 } = useQuery({
    queryKey: queryKeys.notificationCount,
    queryFn: async () => (await call("GET /api/notifications", { query: { limit: 1 } })).unreadCount,
  });
  useEffect(() => {
    if (openId === null || count === 0) return;
    const tell = (): void => {
      if (!isLooking()) return;
      call("POST /api/notifications/read", { body: { conversationId: openId } }).then(
        ({ unreadCount }) => client.setQueryData(queryKeys.notificationCount, unreadCount),
        // Not now, then: the next look at it tries again.
        () => undefined,
      );
    };
    tell();
    window.addEventListener("focus", tell);
    return () => window.removeEventListener("focus", tell);
  }, [client, openId, count]);
  return count;
};
