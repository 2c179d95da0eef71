import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminTabs } from "#components/admin/admin-tabs.tsx";
import { ForModerators } from "#components/moderation/for-moderators.tsx";
import { ModeratorTabs } from "#components/moderation/moderator-tabs.tsx";
import { LiveLayout } from "../../../live-layout.tsx";
import { member } from "../../../visitor.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The frame of the pages of moderators and admins; anybody else is told that they are not for them. */
const HeldLayout = async ({ children }: { children: ReactNode }) => {
  const { role } = await member();
  const isModerator = role === "moderator" || role === "admin";
  return (
    <LiveLayout className="max-w-[860px]">
      {role === "admin" && <AdminTabs />}
      {role === "moderator" && <ModeratorTabs />}
      {isModerator ? children : <ForModerators />}
    </LiveLayout>
  );
};

export default HeldLayout;
