import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { SiteHeader, type SiteHeaderProps } from "./site-header.tsx";

/** The frame of a public page: header, content, and on a phone the bottom bar of who is signed in. */
export const PublicPage = ({ current, user, unread = {}, children }: SiteHeaderProps & { children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <SiteHeader current={current} user={user} unread={unread} />
    <main id="content" tabIndex={-1} className="flex-1 outline-none">
      {children}
    </main>
    {user && <BottomBar {...(current ? { current } : {})} user={user} unread={unread} />}
  </div>
);
