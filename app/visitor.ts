import { redirect } from "next/navigation";
import type { Unread, Visitor } from "#components/shell/types.ts";
import type { Alert } from "#lib/contract/alerts.ts";
import { pageActor, pagePath, runtime } from "#lib/server/runtime.ts";

type Visit = { user: Visitor | null; unread: Unread; alerts: Alert[] };

/** Who looks at the page and how much they have not read, and what everybody is told: what stands around it. */
export const visit = async (): Promise<Visit> => {
  const actor = await pageActor();
  if (!actor) return { user: null, unread: {}, alerts: [] };
  const { conversations, notifications, alerts } = runtime().services;
  const [{ totalUnread }, unreadNotifications, { items }] = await Promise.all([
    conversations.list(actor, { limit: 1, filter: "all" }),
    notifications.unreadCount(actor),
    alerts.current(),
  ]);
  // Field by field: what goes into the header goes to the browser, and the session's id must not.
  return {
    user: { userId: actor.userId, name: actor.name, role: actor.role },
    unread: { inbox: totalUnread, notifications: unreadNotifications },
    alerts: items,
  };
};

/** Who is signed in. A guest goes to sign in, and comes back to this page after it. */
export const member = async () => (await pageActor()) ?? redirect(`/sign-in?next=${encodeURIComponent(await pagePath())}`);
