"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RuleTuning, ScanRelation, ScanRules, ScanStage } from "#lib/contract/scan.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useDebounced } from "./use-debounced.ts";
import { useSignInAgain } from "./use-sign-in-again.ts";

const TYPING_MS = 300;

/** The rules of the scan with what they weigh, and the way to set that; `initial` came with the document. */
export const useRules = (initial: ScanRules) => {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: pageKeys.rules,
    queryFn: () => call("GET /api/admin/rules", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const tune = useMutation({
    mutationFn: (body: RuleTuning) => call("PUT /api/admin/rules/weights", { body }),
    onSuccess: (after) => {
      client.setQueryData<ScanRules>(
        pageKeys.rules,
        (held) => held && { ...held, rules: held.rules.map((rule) => (rule.rule === after.rule ? after : rule)) },
      );
      void client.invalidateQueries({ queryKey: pageKeys.triedRules });
    },
    networkMode: "always",
  });
  useSignInAgain(error, tune.error);
  return { ...data, tune, isStale: error !== null };
};

export type TriedText = { content: string; stage: ScanStage; relation: ScanRelation };

/** What the scan would do with a text, asked while it is typed. */
export const useTriedRules = (text: TriedText) => {
  const { content, stage, relation } = text;
  const asked = useDebounced(content, TYPING_MS);
  const isEmpty = content.trim() === "";
  const { data, error, isFetching } = useQuery({
    queryKey: [...pageKeys.triedRules, asked, stage, relation],
    queryFn: ({ signal }) => call("POST /api/admin/rules/try", { body: { content: asked, stage, relation }, signal }),
    enabled: asked.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  useSignInAgain(error);
  return {
    result: isEmpty ? undefined : data,
    error: isEmpty ? null : error,
    isBusy: !isEmpty && (isFetching || asked !== content),
  };
};
