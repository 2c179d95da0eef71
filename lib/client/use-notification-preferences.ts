"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** By which way one is told; `initial` is what the page came with. A wish shows at once, and falls back when it was not saved. */
export const useNotificationPreferences = (initial: NotificationPreferences) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.notificationPreferences,
    queryFn: () => call("GET /api/notifications/preferences", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const change = useMutation({
    mutationFn: (wanted: NotificationPreferences) => call("PUT /api/notifications/preferences", { body: wanted }),
    onSuccess: (saved) => client.setQueryData(pageKeys.notificationPreferences, saved),
    // One after the other, so that the last wish is what stands in the end.
    scope: { id: "notification preferences" },
    networkMode: "always",
  });
  const shown = change.isPending ? change.variables : data;
  return { shown, change: change.mutate, isSaved: change.isSuccess, isFailed: change.isError };
};
