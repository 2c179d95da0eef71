"use client";

import clsx from "clsx";
import { ChartLine, Flag, Hand, ListX, Megaphone, ScrollText, SlidersHorizontal, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCurrentInView } from "#lib/client/use-current-in-view.ts";

type AdminPlace = {
  href: string;
  label: "overview" | "reports" | "held" | "people" | "rules" | "alerts" | "jobs" | "audit";
  icon: ReactNode;
  /** Also for who decides on reports. */
  forModerators?: true;
};

/** The pages of the desk in their order; whoever adds one adds its line here. */
const places: readonly AdminPlace[] = [
  { href: "/admin", label: "overview", icon: <ChartLine aria-hidden="true" className="size-4" /> },
  { href: "/admin/reports", label: "reports", icon: <Flag aria-hidden="true" className="size-4" />, forModerators: true },
  { href: "/admin/held", label: "held", icon: <Hand aria-hidden="true" className="size-4" />, forModerators: true },
  { href: "/admin/people", label: "people", icon: <Users aria-hidden="true" className="size-4" />, forModerators: true },
  { href: "/admin/rules", label: "rules", icon: <SlidersHorizontal aria-hidden="true" className="size-4" /> },
  { href: "/admin/alerts", label: "alerts", icon: <Megaphone aria-hidden="true" className="size-4" /> },
  { href: "/admin/jobs", label: "jobs", icon: <ListX aria-hidden="true" className="size-4" /> },
  { href: "/admin/audit", label: "audit", icon: <ScrollText aria-hidden="true" className="size-4" /> },
];

const linkClass = (isOn: boolean) =>
  clsx(
    "flex min-h-11 items-center gap-2 whitespace-nowrap rounded-card px-3 text-[14.5px] md:min-h-10",
    isOn ? "bg-accent-soft font-semibold text-accent-strong" : "text-text-2 hover:bg-surface-2 hover:text-text",
  );

/** A page belongs to its own place, and to the one above it. */
const isIn = (href: string, path: string): boolean => path === href || (href !== "/admin" && path.startsWith(`${href}/`));

/** The bar above every page of the desk, a row to push along where they do not all fit. */
export const AdminTabs = ({ role }: { role: "admin" | "moderator" }) => {
  const t = useTranslations("admin");
  const path = usePathname();
  const list = useCurrentInView<HTMLUListElement>(path);
  return (
    <nav aria-label={t("navigation")} className="min-w-0">
      <ul ref={list} className="-mx-4 flex gap-1 overflow-x-auto px-4 py-1 md:mx-0 md:px-0">
        {places
          .filter(({ forModerators }) => role === "admin" || forModerators)
          .map(({ href, label, icon }) => (
            <li key={href} className="shrink-0">
              <Link href={href} aria-current={isIn(href, path) ? "page" : undefined} className={linkClass(isIn(href, path))}>
                {icon}
                {t(`places.${label}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
};
