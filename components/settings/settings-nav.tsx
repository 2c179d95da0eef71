"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { useCurrentInView } from "#lib/client/use-current-in-view.ts";
import type { Role } from "#lib/contract/accounts.ts";
import { settingsPlaces } from "./settings-places.tsx";

const linkClass = (on: boolean) =>
  clsx(
    "flex min-h-11 items-center gap-2 whitespace-nowrap rounded-card px-3 text-[14.5px] md:min-h-10 md:gap-2.5",
    on ? "bg-accent-soft font-semibold text-accent-strong" : "text-text-2 hover:bg-surface-2 hover:text-text",
  );

/** The list of the settings: beside the page on a desktop, a row to push along above it on a phone. */
export const SettingsNav = ({ role: own }: { role: Role }) => {
  const t = useTranslations("settings");
  const path = usePathname();
  const places = settingsPlaces.filter(({ role = own }) => role === own);
  const list = useCurrentInView<HTMLUListElement>(path);
  return (
    <nav aria-label={t("navigation")} className="min-w-0">
      <ul ref={list} className="-mx-4 flex gap-1 overflow-x-auto px-4 py-1 md:mx-0 md:grid md:overflow-visible md:px-0">
        {places.map(({ href, label, icon }) => (
          <li key={href} className="shrink-0">
            <Link href={href} aria-current={href === path ? "page" : undefined} className={linkClass(href === path)}>
              {icon}
              {t(`places.${label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
