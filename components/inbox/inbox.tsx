"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { InboxAlerts } from "#components/alerts/inbox-alerts.tsx";
import { useSignedOut } from "#components/live/use-signed-out.ts";
import { AppRail } from "#components/shell/app-rail.tsx";
import type { Visitor } from "#components/shell/types.ts";
import { useAppBadge } from "#lib/client/use-app-badge.ts";
import { useDocumentTitle } from "#lib/client/use-document-title.ts";
import { useTotalUnread } from "#lib/client/use-total-unread.ts";
import { useUnreadNotifications } from "#lib/client/use-unread-notifications.ts";
import { ConnectionBar } from "./connection-bar.tsx";
import { ConversationListPane } from "./conversation-list-pane.tsx";
import { ConversationPane } from "./conversation-pane.tsx";
import { BottomBar, NothingChosen } from "./rare.tsx";
import { useInboxNavigation } from "./use-inbox-navigation.ts";

/** Whoever never asks for it never loads it. */
const ShortcutsDialog = lazy(() => import("./shortcuts-dialog.tsx").then((module) => ({ default: module.ShortcutsDialog })));

/** The whole inbox: rail, list, conversation. On a phone one of them at a time. */
export const Inbox = ({ user }: { user: Visitor }) => {
  const t = useTranslations();
  const [helps, setHelps] = useState(false);
  const totalUnread = useTotalUnread();
  const navigation = useInboxNavigation({ help: () => setHelps(true) });
  const { openId } = navigation;
  const unread = { inbox: totalUnread, notifications: useUnreadNotifications(openId) };
  useSignedOut();
  useAppBadge(totalUnread);
  useDocumentTitle(totalUnread > 0 ? t("inbox.titleUnread", { count: totalUnread }) : t("common.appName"));
  return (
    <div className="fill-screen flex flex-col">
      <InboxAlerts userId={user.userId} />
      <ConnectionBar />
      <div className="flex min-h-0 flex-1">
        <AppRail current="inbox" user={user} unread={unread} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1">
          <h1 className="sr-only">{t("inbox.title")}</h1>
          <ConversationListPane {...navigation} user={user} />
          <div className={openId ? "flex min-w-0 flex-1" : "hidden min-w-0 flex-1 md:flex"}>
            {openId ? (
              <ConversationPane key={openId} id={openId} onBack={navigation.close} onHelp={() => setHelps(true)} />
            ) : (
              <NothingChosen />
            )}
          </div>
        </main>
      </div>
      {!openId && <BottomBar current="inbox" user={user} unread={unread} />}
      {helps && (
        <Suspense fallback={null}>
          <ShortcutsDialog open={helps} onOpenChange={setHelps} />
        </Suspense>
      )}
    </div>
  );
};
