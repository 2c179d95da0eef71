"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Contest, ContestList, ContestVerdict, NewContest, OwnContests } from "#lib/contract/contests.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** Has a moderator look at a text of one's own that was refused. */
export const useContesting = () =>
  useMutation({ mutationFn: (body: NewContest) => call("POST /api/contests", { body }), networkMode: "always" });

/** What one has contested, and what was found; `initial` is what the page came with. */
export const useOwnContests = (initial: OwnContests) =>
  useQuery({
    queryKey: pageKeys.ownContests,
    queryFn: () => call("GET /api/contests", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  }).data.items;

/** The contested refusals that wait for a word, and the way to say it. */
export const useContests = (initial: ContestList) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.contests,
    queryFn: () => call("GET /api/admin/contests", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const decide = useMutation({
    mutationFn: ({ contest: { id }, verdict }: { contest: Contest; verdict: ContestVerdict }) =>
      call("POST /api/admin/contests/{id}/decide", { params: { id }, body: { verdict } }),
    onSettled: () => client.invalidateQueries({ queryKey: pageKeys.contests }),
    networkMode: "always",
  });
  return { items: data.items, decide };
};
