"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { ThemeToggle } from "#components/ui/theme-toggle.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AvatarButton } from "./avatar-button.tsx";
import { LogoMark } from "./logo-mark.tsx";
import { placesOf } from "./places.tsx";
import type { Place, Unread, Visitor } from "./types.ts";
import { UnreadBadge } from "./unread-badge.tsx";

export type SiteHeaderProps = {
  current?: Place | undefined;
  /** Null for a guest. */
  user: Visitor | null;
  unread?: Unread;
};

const linkClass = (on: boolean) =>
  clsx(
    "inline-flex min-h-9 items-center gap-1.5 rounded-card px-3 text-[14.5px]",
    on ? "bg-accent-soft font-semibold text-accent-strong" : "text-text-2 hover:bg-surface-2 hover:text-text",
  );

const Places = ({ current, user, unread = {} }: SiteHeaderProps & { user: Visitor }) => {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("mainNavigation")} className="hidden gap-1 md:flex">
      {placesOf(user).map(({ place, href, label }) => (
        <Link
          key={place}
          href={href}
          prefetch={false}
          aria-current={current === place ? "page" : undefined}
          className={linkClass(current === place)}
        >
          {t(label)}
          <UnreadBadge place={place} unread={unread} />
        </Link>
      ))}
    </nav>
  );
};

const GuestActions = () => {
  const t = useTranslations("shell");
  return (
    <div className="flex items-center gap-1.5">
      <span className="max-sm:hidden">
        <ThemeToggle />
      </span>
      <Link href="/sign-in" className={buttonClass({ variant: "quiet", size: "s" })}>
        {t("signIn")}
      </Link>
      <Link href="/sign-up" className={buttonClass({ size: "s" })}>
        {t("createAccount")}
      </Link>
    </div>
  );
};

const OwnAccount = ({ user }: { user: Visitor }) => {
  const t = useTranslations("shell.account");
  return (
    <div className="hidden md:block">
      <AccountMenu user={user} trigger={<AvatarButton user={user} label={t("menu", { name: user.name })} />} />
    </div>
  );
};

/** The bar on top of the public pages. */
export const SiteHeader = ({ current, user, unread = {} }: SiteHeaderProps) => {
  const t = useTranslations("shell");
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex min-h-15 max-w-[1236px] items-center gap-3 px-4 md:px-7">
        <Link
          href="/"
          aria-label={t("home")}
          className="mr-auto flex min-h-11 items-center gap-2.5 rounded-card font-bold text-[17px]"
        >
          <LogoMark className="size-8" />
          <span className={user ? undefined : "max-[359px]:hidden"}>{t("name")}</span>
        </Link>
        {user && <Places current={current} user={user} unread={unread} />}
        {user ? <OwnAccount user={user} /> : <GuestActions />}
      </div>
    </header>
  );
};
