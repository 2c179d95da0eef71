"use client";

import { useTranslations } from "use-intl";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { UnblockBar } from "./unblock-bar.tsx";

type ClosedProps = { reason: "notMember" | "blocked"; conversation: ConversationSummary; onUnblocked: () => void };

/** Why one cannot write here. */
export const ClosedComposer = ({ reason, ...rest }: ClosedProps) => (
  <div className="pb-safe flex min-h-[76px] shrink-0 flex-wrap items-center justify-center gap-x-4 gap-y-2 border-t bg-surface px-5 py-3 text-center text-text-2">
    <p>{useTranslations("inbox.composer")(reason)}</p>
    {reason === "blocked" && <UnblockBar {...rest} />}
  </div>
);
