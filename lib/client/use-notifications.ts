"use client";

import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { NotificationPage, NotificationRead } from "#lib/contract/notifications.ts";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

type Pages = InfiniteData<NotificationPage, string | undefined>;

const isMeant = ({ ids, conversationId }: NotificationRead, id: string, of: string): boolean =>
  (ids?.includes(id) ?? true) && (conversationId === undefined || conversationId === of);

const withRead = (pages: Pages, which: NotificationRead, readAt: string, unreadCount: number): Pages => ({
  ...pages,
  pages: pages.pages.map(({ items, ...page }) => ({
    ...page,
    unreadCount,
    items: items.map((one) => (one.readAt === null && isMeant(which, one.id, one.conversationId) ? { ...one, readAt } : one)),
  })),
});

/** What one was told of, the newest first; `initial` is the page that came with the document. */
export const useNotifications = (initial: NotificationPage) => {
  const client = useQueryClient();
  const { data, ...query } = useInfiniteQuery({
    queryKey: queryKeys.notificationList,
    queryFn: ({ pageParam: cursor }) => call("GET /api/notifications", { query: cursor === undefined ? {} : { cursor } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    initialData: { pages: [initial], pageParams: [undefined] },
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const read = useMutation({
    mutationFn: (which: NotificationRead) => call("POST /api/notifications/read", { body: which }),
    onSuccess: ({ unreadCount }, which) => {
      const readAt = new Date().toISOString();
      client.setQueryData<Pages>(queryKeys.notificationList, (held) => held && withRead(held, which, readAt, unreadCount));
      client.setQueryData(queryKeys.notificationCount, unreadCount);
    },
    networkMode: "always",
  });
  return {
    items: data.pages.flatMap(({ items }) => items),
    unreadCount: data.pages[0]?.unreadCount ?? 0,
    read,
    isStale: query.isError && !query.isFetchNextPageError,
    more: {
      exists: query.hasNextPage,
      busy: query.isFetchingNextPage,
      failed: query.isFetchNextPageError,
      load: () => void query.fetchNextPage(),
    },
  };
};
