"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { type Subject, useProposal } from "#lib/client/use-proposal.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

type ProposalProps = {
  /** The room from whose page somebody comes. */
  about: string;
  conversation: ConversationSummary;
  composer: { propose: (proposal: string) => void; isTouched: boolean };
};

/** Puts a question about a room into the empty field. */
export const Proposal = ({ about, conversation, composer: { propose, isTouched } }: ProposalProps) => {
  const t = useTranslations("inbox.composer");
  const ask = useCallback(
    ({ listing, room }: Subject) => propose(room ? t("askRoom", { room, listing }) : t("askListing", { listing })),
    [propose, t],
  );
  useProposal(about, conversation, { propose: ask, isTouched });
  return null;
};
