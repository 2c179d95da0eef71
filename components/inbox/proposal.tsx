"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Composing } from "#lib/client/use-composer.ts";
import { type Subject, useProposal } from "#lib/client/use-proposal.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

type ProposalProps = { conversation: ConversationSummary; composer: Pick<Composing, "propose" | "isTouched"> };

/** Puts a question about a room into the composer, for who comes from its page. It comes with the first of them. */
export const Proposal = ({ conversation, composer: { propose, isTouched } }: ProposalProps) => {
  const t = useTranslations("inbox.composer");
  const ask = useCallback(
    ({ listing, room }: Subject) => propose(room ? t("askRoom", { room, listing }) : t("askListing", { listing })),
    [propose, t],
  );
  useProposal(conversation, { propose: ask, isTouched });
  return null;
};
