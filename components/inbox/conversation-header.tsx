"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { usePresence } from "#lib/client/use-people.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { ConversationAvatar } from "./conversation-avatar.tsx";
import type { ConversationDialog } from "./conversation-dialogs.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";
import { useConversationName } from "./conversation-name.ts";
import { MutedSign } from "./muted-sign.tsx";
import { PresenceLine } from "./presence-line.tsx";

type HeaderProps = { conversation: ConversationSummary; onBack: () => void; onHelp: () => void };

/** Who one talks to, how they are, and what it is about. */
export const ConversationHeader = ({ conversation, onBack, onHelp }: HeaderProps) => {
  const t = useTranslations();
  const { name, other } = useConversationName(conversation);
  const presence = usePresence(other?.userId);
  const [dialog, setDialog] = useState<ConversationDialog | null>(null);
  const { listing, participants } = conversation;
  const isGroup = conversation.kind === "group";
  return (
    <header className="flex h-[65px] shrink-0 items-center gap-3 border-b bg-surface px-2 md:px-5">
      <IconButton
        label={t("inbox.conversation.back")}
        icon={<ArrowLeft aria-hidden="true" className="size-5" />}
        onClick={onBack}
        className="-mr-2 md:hidden"
      />
      <ConversationAvatar conversation={conversation} presence={presence} className="scale-[0.87]" />
      <div className="min-w-0 flex-1">
        <h2 className="flex min-w-0 items-center gap-1.5 font-semibold text-base">
          <span dir="auto" className="truncate">
            {name}
          </span>
          {other?.verified && <VerifiedMark label={t("common.verified")} />}
          <MutedSign mutedUntil={conversation.mutedUntil} />
        </h2>
        <p className="flex min-h-5 min-w-0 items-center gap-1.5 text-[13px] text-text-2">
          {isGroup ? (
            <button
              type="button"
              aria-label={t("groups.openMembers", { count: participants.length })}
              onClick={() => setDialog("members")}
              className="shrink-0 text-accent-strong underline-offset-2 hover:underline"
            >
              {t("groups.count", { count: participants.length })}
            </button>
          ) : (
            <PresenceLine presence={presence} />
          )}
          {listing && (
            <>
              {(presence || isGroup) && <span aria-hidden="true">·</span>}
              <Link
                href={`/listings/${listing.id}`}
                className="min-w-0 truncate text-accent-strong underline-offset-2 hover:underline"
              >
                {listing.title}
              </Link>
            </>
          )}
        </p>
      </div>
      <ConversationMenu conversation={conversation} onHelp={onHelp} open={dialog} setOpen={setDialog} />
    </header>
  );
};
