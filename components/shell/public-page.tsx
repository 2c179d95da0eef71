import type { ReactNode } from "react";
import { PageAlerts } from "#components/alerts/page-alerts.tsx";
import type { Alert } from "#lib/contract/alerts.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { SiteHeader, type SiteHeaderProps } from "./site-header.tsx";

type PublicPageProps = SiteHeaderProps & {
  /** What admins tell everybody who is signed in. */
  alerts?: Alert[];
  children: ReactNode;
};

/** The frame of a public page: header, content, and on a phone the bottom bar of who is signed in. */
export const PublicPage = ({ current, user, unread = {}, alerts = [], children }: PublicPageProps) => (
  <div className="flex min-h-dvh flex-col">
    {user && <PageAlerts initial={alerts} userId={user.userId} />}
    <SiteHeader current={current} user={user} unread={unread} />
    <main id="content" tabIndex={-1} className="flex-1 outline-none">
      {children}
    </main>
    {user && <BottomBar {...(current ? { current } : {})} user={user} unread={unread} />}
  </div>
);
