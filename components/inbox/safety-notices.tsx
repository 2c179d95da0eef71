"use client";

import { Notice } from "#components/ui/notice.tsx";
import type { Message } from "#lib/contract/messages.ts";

/** What the safety scan tells the reader, right below the message that caused it. */
export const SafetyNotices = ({ notices }: { notices: Message["notices"] }) =>
  notices.map(({ rule, severity, text }) => (
    <Notice key={rule} tone={severity === "warning" ? "warn" : "info"} className="mt-1.5 mb-1 max-w-[560px] self-start">
      {text}
    </Notice>
  ));
