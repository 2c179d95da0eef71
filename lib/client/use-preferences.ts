"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Preferences, PreferencesPatch } from "#lib/contract/safety.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** What one shares; `initial` is what the page came with. A wish shows at once, and falls back when it was not saved. */
export const usePreferences = (initial: Preferences) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.preferences,
    queryFn: () => call("GET /api/preferences", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const change = useMutation({
    mutationFn: (patch: PreferencesPatch) => call("PATCH /api/preferences", { body: patch }),
    onSuccess: (saved) => client.setQueryData(pageKeys.preferences, saved),
    networkMode: "always",
  });
  const wish = change.isPending ? change.variables : {};
  const shown: Preferences = {
    readReceipts: wish.readReceipts ?? data.readReceipts,
    presence: wish.presence ?? data.presence,
    linkPreviews: wish.linkPreviews ?? data.linkPreviews,
  };
  return { shown, change: change.mutate, isSaved: change.isSuccess, isFailed: change.isError };
};
