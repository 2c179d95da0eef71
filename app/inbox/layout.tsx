import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { LiveRoot } from "#components/live/live-root.tsx";
import { listHandOver } from "#lib/client/first-paint.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";
import { visit } from "../visitor.ts";

/** The same words as the browser will put there, which from then on keeps the count. */
export const generateMetadata = async (): Promise<Metadata> => {
  const { unread } = await visit();
  const { inbox: totalUnread = 0 } = unread;
  const name = translator("common")("appName");
  const title = totalUnread > 0 ? translator("inbox")("titleUnread", { count: totalUnread }) : name;
  return { title: { absolute: title }, robots: { index: false } };
};

/** The first list comes with the page; from then on the browser keeps it in step. */
const InboxLayout = async ({ children }: { children: ReactNode }) => {
  const actor = await pageActor();
  if (!actor) redirect("/sign-in?next=%2Finbox");
  const { conversations, notifications, alerts } = runtime().services;
  const page = await conversations.list(actor, { limit: 30, filter: "all" });
  const [unreadNotifications, current] = await Promise.all([notifications.unreadCount(actor), alerts.current()]);
  return (
    <LiveRoot key={actor.userId} self={{ userId: actor.userId, name: actor.name, role: actor.role }}>
      <HydrationBoundary state={listHandOver(actor.userId, { page, unreadNotifications, alerts: current })}>
        {children}
      </HydrationBoundary>
    </LiveRoot>
  );
};

export default InboxLayout;
