import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminTabs } from "#components/admin/admin-tabs.tsx";
import { NotForYou } from "#components/admin/not-for-you.tsx";
import { LiveLayout } from "../../live-layout.tsx";
import { member } from "../../visitor.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The frame of the pages of moderators and admins; anybody else is told that they are not for them. */
const ModeratorsLayout = async ({ children }: { children: ReactNode }) => {
  const { role } = await member();
  return (
    <LiveLayout className="max-w-[980px]">
      {role === "admin" || role === "moderator" ? (
        <>
          <AdminTabs role={role} />
          {children}
        </>
      ) : (
        <NotForYou who="moderators" />
      )}
    </LiveLayout>
  );
};

export default ModeratorsLayout;
