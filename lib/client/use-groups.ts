"use client";

import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { asApiError } from "./api.ts";
import { createGroupRequests, type GroupRequests } from "./group-requests.ts";
import { useRealtime } from "./realtime-context.ts";

const own = [
  "blocked",
  "conflict",
  "content_rejected",
  "forbidden",
  "not_found",
  "not_participant",
  "too_large",
  "validation_failed",
] as const;
type Own = (typeof own)[number];
const isOwn = (code: string): code is Own => own.some((one) => one === code);

/** One step after the other in groups, and in words why the last one was refused. */
export const useGroups = () => {
  const realtime = useRealtime();
  const t = useTranslations();
  const groups = useMemo(() => createGroupRequests(realtime), [realtime]);
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (step: (groups: GroupRequests) => Promise<unknown>) => step(groups),
    networkMode: "always",
  });
  const code = error && asApiError(error).code;
  return {
    busy: isPending,
    forget: reset,
    problem: code && (isOwn(code) ? t(`groups.errors.${code}`) : t(`common.errors.${code}`)),
    /** Resolves to whether it was done. */
    run: async (step: (groups: GroupRequests) => Promise<unknown>): Promise<boolean> => {
      try {
        await mutateAsync(step);
        return true;
      } catch {
        return false;
      }
    },
  };
};
