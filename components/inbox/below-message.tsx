"use client";

import type { MessageRow } from "#lib/client/message-rows.ts";
import { FailedMessage } from "./failed-message.tsx";
import { HeldLine } from "./held-line.tsx";
import { LinkCard } from "./link-card.tsx";
import { Reactions } from "./reactions.tsx";
import { RefusedChange } from "./refused-change.tsx";
import { SafetyNotices } from "./safety-notices.tsx";
import { WaitsForCheck } from "./waits-for-check.tsx";

/** What stands below few messages: why one or a change of it was refused or has to wait, when one goes out, what its link leads to, what readers are warned of. It comes with the first of them. */
export const BelowMessage = ({ row }: { row: MessageRow }) => (
  <>
    {row.status === "failed" && (
      <FailedMessage messageId={row.key} text={row.text} error={row.error} hasFiles={row.files.length > 0} />
    )}
    {row.status === "held" && <WaitsForCheck messageId={row.key} />}
    {row.refused && <RefusedChange key={row.refused.messageId} entry={row.refused} />}
    {row.heldUntil !== null && <HeldLine key={row.heldUntil} until={row.heldUntil} />}
    {row.preview && <LinkCard key={row.preview.url} preview={row.preview} />}
    {row.reactions.length > 0 && <Reactions row={row} />}
    {row.notices.length > 0 && <SafetyNotices row={row} />}
  </>
);
