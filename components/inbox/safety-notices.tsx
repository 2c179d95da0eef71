"use client";

import { ReportButton } from "#components/moderation/report-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { MessageRow } from "#lib/client/message-rows.ts";

type NoticesProps = Pick<MessageRow, "key" | "senderId" | "senderName" | "notices">;

/** What the safety scan tells the reader, right below the message that caused it, and the way to report it. */
export const SafetyNotices = ({ row: { key, senderId, senderName, notices } }: { row: NoticesProps }) => (
  <>
    {notices.map(({ rule, severity, text }, index) => (
      <Notice key={rule} tone={severity === "warning" ? "warn" : "info"} className="mt-1.5 mb-1 max-w-[560px] self-start">
        {text}
        {index === notices.length - 1 && (
          <div>
            <ReportButton messageId={key} userId={senderId} name={senderName} />
          </div>
        )}
      </Notice>
    ))}
  </>
);
