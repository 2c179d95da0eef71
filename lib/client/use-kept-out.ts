"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BlockList, MuteList } from "#lib/contract/safety.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

const fresh = { staleTime: 0, refetchOnWindowFocus: true } as const;

/** Whom one blocks; `initial` is what the page came with. */
export const useBlocks = (initial: BlockList) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.blocks,
    queryFn: () => call("GET /api/blocks", {}),
    initialData: initial,
    ...fresh,
  });
  const unblock = useMutation({
    mutationFn: (userId: string) => call("DELETE /api/blocks/{id}", { params: { id: userId } }),
    onSuccess: (_, userId) =>
      client.setQueryData<BlockList>(pageKeys.blocks, (held) => ({
        items: (held ?? data).items.filter((one) => one.userId !== userId),
      })),
    networkMode: "always",
  });
  return { items: data.items, unblock };
};

/** What one has muted; `initial` is what the page came with. */
export const useMutes = (initial: MuteList) => {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: pageKeys.mutes,
    queryFn: () => call("GET /api/mutes", {}),
    initialData: initial,
    ...fresh,
  });
  const unmute = useMutation({
    mutationFn: (conversationId: string) => call("POST /api/conversations/{id}/unmute", { params: { id: conversationId } }),
    onSuccess: (_, conversationId) =>
      client.setQueryData<MuteList>(pageKeys.mutes, (held) => ({
        items: (held ?? data).items.filter((one) => one.conversationId !== conversationId),
      })),
    networkMode: "always",
  });
  return { items: data.items, unmute };
};
