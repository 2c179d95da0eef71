"use client";

import clsx from "clsx";
import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ShownStatus } from "#lib/client/message-rows.ts";

const icons = {
  keeping: Clock,
  pending: Clock,
  held: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};

/** How far a message has got: nothing until it would survive a crash, then a clock, one tick, two, two coloured, or a red mark; with words for eyes and ears. */
export const MessageTicks = ({ status }: { status: ShownStatus }) => {
  const words = useTranslations("inbox.messages.status")(status);
  const Icon = icons[status];
  return (
    <span title={words} data-status={status} className="inline-flex shrink-0">
      <Icon
        aria-hidden="true"
        strokeWidth={2.2}
        className={clsx(
          status === "pending" || status === "keeping" ? "size-3.5" : "size-4",
          status === "keeping" && "invisible",
          status === "read" && "text-tick-read",
          status === "failed" && "text-danger",
        )}
      />
      <span className="sr-only">{words}</span>
    </span>
  );
};
