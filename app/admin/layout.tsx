import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminTabs } from "#components/admin/admin-tabs.tsx";
import { ForAdmins } from "#components/shell/for-admins.tsx";
import { LiveLayout } from "../live-layout.tsx";
import { member } from "../visitor.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The frame of the pages of admins; anybody else is told that they are not for them. */
const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const { role } = await member();
  if (role !== "admin")
    return (
      <LiveLayout className="max-w-[860px]">
        <ForAdmins />
      </LiveLayout>
    );
  return (
    <LiveLayout className="max-w-[860px]">
      <AdminTabs />
      {children}
    </LiveLayout>
  );
};

export default AdminLayout;
