import type { ReactNode } from "react";
import { LivePage } from "#components/live/live-page.tsx";
import { LiveRoot } from "#components/live/live-root.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import type { Place } from "#components/shell/types.ts";
import { member, visit } from "./visitor.ts";

type LiveLayoutProps = {
  current?: Place | undefined;
  /** How wide the page is. */
  className: string;
  children: ReactNode;
};

/** The frame of a page of one's own that is live, for who is signed in. */
export const LiveLayout = async ({ current, className, children }: LiveLayoutProps) => {
  const { userId, name, role } = await member();
  return (
    <LiveRoot key={userId} self={{ userId, name, role }}>
      <PublicPage current={current} {...(await visit())}>
        <LivePage className={className}>{children}</LivePage>
      </PublicPage>
    </LiveRoot>
  );
};
