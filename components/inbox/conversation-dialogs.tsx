"use client";

import { MembersDialog } from "#components/groups/members-dialog.tsx";
import { GroupReport } from "#components/moderation/group-report.tsx";
import { ReportDialog } from "#components/moderation/report-dialog.tsx";
import { ProposeViewing } from "#components/viewings/propose-viewing.tsx";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { BlockDialog } from "./block-dialog.tsx";

export type ConversationDialog = "block" | "report" | "viewing" | "members";

type DialogsProps = {
  conversation: ConversationSummary;
  other: Participant | undefined;
  open: ConversationDialog;
  onClose: () => void;
};

/** What the menu of a conversation asks in a panel of its own. */
export const ConversationDialogs = ({ conversation, other, open, onClose }: DialogsProps) => {
  const { id, listing } = conversation;
  if (open === "members") return <MembersDialog conversation={conversation} onClose={onClose} />;
  if (!other) return open === "report" && <GroupReport conversation={conversation} onClose={onClose} />;
  if (open === "block") {
    return <BlockDialog conversationId={id} other={other} open onOpenChange={(isOpen) => !isOpen && onClose()} />;
  }
  if (open === "report") {
    return <ReportDialog reported={{ conversationId: id, userId: other.userId, name: other.name }} onClose={onClose} />;
  }
  return listing && <ProposeViewing conversationId={id} listing={listing} other={other} onClose={onClose} />;
};
