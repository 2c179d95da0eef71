"use client";

import { Bell } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNotifications } from "#lib/client/use-notifications.ts";
import type { NotificationPage, NotificationRead } from "#lib/contract/notifications.ts";
import { NotificationRow } from "./notification-row.tsx";

type CentreProps = { initial: NotificationPage };

/** The bars around the page were drawn by the server, with its count: when ours differs, they are drawn anew. */
const useBarsInStep = (unreadCount: number): void => {
  const router = useRouter();
  const drawn = useRef(unreadCount);
  useEffect(() => {
    if (drawn.current === unreadCount) return;
    drawn.current = unreadCount;
    router.refresh();
  }, [router, unreadCount]);
};

/** Everything that one was told of, and what of it is new. */
export const NotificationCentre = ({ initial }: CentreProps) => {
  const t = useTranslations("notifications");
  const { items, unreadCount, read, more, isStale } = useNotifications(initial);
  useBarsInStep(unreadCount);
  const markRead = (which: NotificationRead) => read.mutate(which);
  const isAllRead = read.isSuccess && unreadCount === 0;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h1 className="font-bold text-2xl tracking-tight">{t("title")}</h1>
          <p className="text-text-2">{t("lead")}</p>
        </div>
        {unreadCount > 0 && (
          <Button variant="secondary" size="s" busy={read.isPending} onClick={() => markRead({})}>
            {t("readAll")}
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {isAllRead && t("allRead")}
      </p>
      <div role="alert" className="empty:hidden">
        {read.isError && <Notice tone="danger">{t("failed")}</Notice>}
        {isStale && <Notice tone="warn">{t("stale")}</Notice>}
      </div>
      {items.length === 0 ? (
        <EmptyState icon={<Bell className="size-6" />} title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <ul aria-label={t("list")} className="divide-y overflow-hidden rounded-panel border bg-surface shadow-1">
          {items.map((notification) => (
            <NotificationRow
              key={notification.id}
              notification={notification}
              onOpen={() => notification.readAt === null && markRead({ ids: [notification.id] })}
            />
          ))}
        </ul>
      )}
      {more.exists && (
        <div className="grid justify-items-center gap-2">
          <Button variant="secondary" busy={more.busy} onClick={more.load}>
            {t("older")}
          </Button>
          <p role="alert" className="text-danger text-[14px] empty:hidden">
            {more.failed && t("failed")}
          </p>
        </div>
      )}
    </div>
  );
};
