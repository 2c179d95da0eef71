"use client";

import clsx from "clsx";
import { CalendarCheck, CalendarClock, CalendarX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { formatAgo } from "#lib/client/format.ts";
import { useFormat } from "#lib/client/use-format.ts";
import { useNotificationWords } from "#lib/client/use-notification-words.ts";
import { useNow } from "#lib/client/use-now.ts";
import type { Notification } from "#lib/contract/notifications.ts";

const MINUTE_MS = 60_000;

type About = Notification["about"];

const GOOD: readonly string[] = ["approve", "confirm", "check-in", "complete", "accept-dates"];
const BAD: readonly string[] = ["decline", "withdraw", "cancel", "expire"];

const Icon = ({ about }: { about: About }) => {
  const event = about.type === "viewing_reminder" ? about.kind : about.event;
  const Shape = GOOD.includes(event) ? CalendarCheck : BAD.includes(event) ? CalendarX : CalendarClock;
  return <Shape aria-hidden="true" className="size-5" />;
};

type RowProps = { notification: Notification; onOpen: () => void };

/** One thing that happened; it leads to the conversation in which it did. */
export const NotificationRow = ({ notification, onOpen }: RowProps) => {
  const t = useTranslations("notifications");
  const words = useNotificationWords();
  const { full } = useFormat();
  const now = useNow(MINUTE_MS);
  const { actor, about, listing, conversationId, createdAt, readAt } = notification;
  const isUnread = readAt === null;
  return (
    <li>
      <Link
        href={`/inbox/${conversationId}`}
        onClick={onOpen}
        className="flex items-start gap-3 px-4 py-3.5 hover:bg-surface-2 md:px-5"
      >
        <span
          className={clsx(
            "grid size-10 shrink-0 place-items-center rounded-full",
            isUnread ? "bg-accent-soft text-accent-strong" : "bg-surface-2 text-text-2",
          )}
        >
          <Icon about={about} />
        </span>
        <span className="min-w-0 flex-1">
          <span className={clsx("block [overflow-wrap:anywhere]", isUnread && "font-semibold")}>
            {words(about, actor?.name ?? "")}
          </span>
          <span className="block text-[13px] text-text-2">
            {listing.title} · <LocalTime iso={createdAt} text={formatAgo(createdAt, now)} title={full(createdAt)} />
          </span>
        </span>
        {isUnread && (
          <span className="mt-1.5 size-2.5 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t("unread")}</span>
          </span>
        )}
      </Link>
    </li>
  );
};
