"use client";

import { useMemo, useState } from "react";
import { useTimeZone } from "use-intl";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { messageRows } from "./message-rows.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { usePage, useRealtime } from "./realtime-context.ts";
import type { Thread } from "./thread.ts";
import { firstUnread } from "./thread-window.ts";

/** The rows of an open conversation. The line 'New messages' stays where it was when the conversation was opened. */
export const useMessageRows = (conversation: ConversationSummary, thread: Thread, waiting: readonly OutboxEntry[]) => {
  const { self } = useRealtime();
  const timeZone = useTimeZone() ?? "UTC";
  const { kind, participants, heardSeq, sentSeq } = conversation;
  const changes = usePage((state) => state.changes);
  const amend = usePage((state) => state.amend);
  const [newFromSeq] = useState(() => firstUnread(thread.messages, conversation, self.userId)?.seq ?? null);
  const rows = useMemo(
    () =>
      messageRows(thread, waiting, {
        selfId: self.userId,
        kind,
        participants,
        heardSeq,
        sentSeq,
        timeZone,
        newFromSeq,
      }),
    [thread, waiting, self.userId, kind, participants, heardSeq, sentSeq, timeZone, newFromSeq],
  );
  const amended = useMemo(() => amend?.rows(rows, changes, self.userId) ?? rows, [rows, amend, changes, self.userId]);
  return { rows: amended, newFromSeq };
};
