"use client";

import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { placesOf } from "./places.tsx";
import type { ShellProps, Visitor } from "./types.ts";
import { UnreadBadge } from "./unread-badge.tsx";

const cellClass = (on: boolean) =>
  clsx(
    "relative grid min-h-14 flex-1 content-center justify-items-center gap-0.5 text-xs",
    on ? "font-semibold text-accent-strong" : "text-text-2",
  );

const AccountCell = ({ user, ...button }: ComponentProps<"button"> & { user: Visitor }) => {
  const t = useTranslations("shell.account");
  return (
    <button type="button" {...button} className={cellClass(false)}>
      <Avatar userId={user.userId} name={user.name} size="xs" />
      {t("short")}
    </button>
  );
};

/** The bar under a thumb on a phone. */
export const BottomBar = ({ current, user, unread }: ShellProps) => {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("mainNavigation")} className="pb-safe sticky bottom-0 z-20 flex shrink-0 border-t bg-surface md:hidden">
      {placesOf(user).map(({ place, href, label, icon }) => (
        <Link
          key={place}
          href={href}
          prefetch={false}
          aria-current={current === place ? "page" : undefined}
          className={cellClass(current === place)}
        >
          <span className="relative">
            {icon}
            <UnreadBadge place={place} unread={unread} className="absolute -top-2 left-3" />
          </span>
          {t(label)}
        </Link>
      ))}
      <AccountMenu user={user} side="top" trigger={<AccountCell user={user} />} />
    </nav>
  );
};
