"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";

const places = [
  { href: "/admin/reports", label: "reports" },
  { href: "/admin/held", label: "title" },
] as const;

/** The bar above the pages of moderators who are no admins. */
export const ModeratorTabs = () => {
  const t = useTranslations("moderation.held");
  const path = usePathname();
  return (
    <nav aria-label={t("tabs")}>
      <ul className="flex flex-wrap gap-1 py-1">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === path ? "page" : undefined}
              className={clsx(
                "flex min-h-11 items-center rounded-card px-3 text-[14.5px] md:min-h-10",
                href === path
                  ? "bg-accent-soft font-semibold text-accent-strong"
                  : "text-text-2 hover:bg-surface-2 hover:text-text",
              )}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
