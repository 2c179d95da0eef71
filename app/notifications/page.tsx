import { NotificationCentre } from "#components/notifications/notification-centre.tsx";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../visitor.ts";

const FIRST = 30;

const NotificationsPage = async () => {
  const page = await runtime().services.notifications.list(await member(), { limit: FIRST });
  return <NotificationCentre initial={page} />;
};

export default NotificationsPage;
