import type { Metadata } from "next";
import type { ReactNode } from "react";
import { translator } from "#lib/client/texts/translator.ts";
import { LiveLayout } from "../live-layout.tsx";

export const metadata: Metadata = { title: translator("notifications")("title"), robots: { index: false } };

const NotificationsLayout = ({ children }: { children: ReactNode }) => (
  <LiveLayout current="notifications" className="max-w-[720px]">
    {children}
  </LiveLayout>
);

export default NotificationsLayout;
