"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AvatarButton } from "./avatar-button.tsx";
import { LogoMark } from "./logo-mark.tsx";
import { placesOf } from "./places.tsx";
import type { ShellProps } from "./types.ts";
import { UnreadBadge } from "./unread-badge.tsx";

const linkClass = (on: boolean) =>
  clsx(
    "relative grid size-11 place-items-center rounded-xl",
    on ? "bg-accent-soft text-accent-strong" : "text-text-2 hover:bg-surface-2 hover:text-text",
  );

/** The narrow bar at the left of the inbox on a desktop. */
export const AppRail = ({ current, user, unread }: ShellProps) => {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("mainNavigation")}
      className="hidden w-16 shrink-0 flex-col items-center gap-1.5 border-r bg-surface py-3.5 md:flex"
    >
      <Link href="/" aria-label={t("home")} className="mb-3 rounded-xl">
        <LogoMark className="size-9" />
      </Link>
      {placesOf(user).map(({ place, href, label, icon }) => (
        <Tooltip key={place} text={t(label)} side="right">
          <Link
            href={href}
            prefetch={false}
            aria-current={current === place ? "page" : undefined}
            className={linkClass(current === place)}
          >
            {icon}
            <span className="sr-only">{t(label)}</span>
            <UnreadBadge place={place} unread={unread} className="absolute top-0.5 right-0.5" />
          </Link>
        </Tooltip>
      ))}
      <div className="mt-auto">
        <AccountMenu
          user={user}
          side="right"
          trigger={<AvatarButton user={user} label={t("account.menu", { name: user.name })} />}
        />
      </div>
    </nav>
  );
};
