"use client";

import { ConversationListEmpty } from "./conversation-list-empty.tsx";
import { ConversationMissing } from "./conversation-missing.tsx";
import { ConversationProblem } from "./conversation-problem.tsx";
import { JumpButton } from "./jump-button.tsx";
import { ListFailed, MoreFailed } from "./list-failed.tsx";

/** What few visits to a conversation need, in one file: it comes with the first need of any of it. */
export const rareParts = {
  ConversationListEmpty,
  ConversationMissing,
  ConversationProblem,
  JumpButton,
  ListFailed,
  MoreFailed,
};
