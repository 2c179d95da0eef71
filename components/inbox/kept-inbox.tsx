"use client";

import { LiveRoot } from "#components/live/live-root.tsx";
import { OfflinePage } from "#components/shell/offline-page.tsx";
import { useKeptPerson } from "#lib/client/use-kept-person.ts";
import { Inbox } from "./inbox.tsx";
import { ConversationListSkeleton } from "./skeletons.tsx";

/** The inbox of whoever was here last, out of what this browser keeps; it fills by itself once there is a network. */
export const KeptInbox = () => {
  const person = useKeptPerson();
  if (person === null) return <OfflinePage />;
  if (!person) {
    return (
      <main id="content" tabIndex={-1} className="fill-screen bg-surface">
        <ConversationListSkeleton />
      </main>
    );
  }
  return (
    <LiveRoot self={person}>
      <Inbox user={person} />
    </LiveRoot>
  );
};
