import type { Metadata } from "next";
import { NotificationCentre } from "#components/notifications/notification-centre.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member, visit } from "../visitor.ts";

export const metadata: Metadata = { title: translator("notifications")("title"), robots: { index: false } };

const FIRST = 30;

const NotificationsPage = async () => {
  const actor = await member();
  const page = await runtime().services.notifications.list(actor, { limit: FIRST });
  return (
    <PublicPage current="notifications" {...(await visit())}>
      <NotificationCentre initial={page} />
    </PublicPage>
  );
};

export default NotificationsPage;
