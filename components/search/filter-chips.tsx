"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useConversationName } from "#components/inbox/conversation-name.ts";
import { formatCalendarDate } from "#lib/client/format.ts";
import type { SearchFilters } from "#lib/client/search-filters.ts";
import { useHeldConversation } from "#lib/client/use-conversation.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

const Chip = ({ words, onTakeAway }: { words: string; onTakeAway: () => void }) => {
  const t = useTranslations("search");
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={onTakeAway}
        aria-label={t("takeAway", { filter: words })}
        className="flex min-h-9 max-w-full items-center gap-1.5 rounded-full bg-accent-soft pr-2.5 pl-3 text-[13px] text-accent-strong hover:brightness-95 md:min-h-8"
      >
        <span dir="auto" className="min-w-0 truncate">
          {words}
        </span>
        <X aria-hidden="true" className="size-3.5 shrink-0" />
      </button>
    </li>
  );
};

const ScopeChip = ({ conversation, onTakeAway }: { conversation: ConversationSummary; onTakeAway: () => void }) => {
  const t = useTranslations("search");
  return <Chip words={t("within", { name: useConversationName(conversation).name })} onTakeAway={onTakeAway} />;
};

type ChipsProps = {
  searchIn: string | null;
  filters: SearchFilters;
  nameOf: (userId: string) => string;
  onEverywhere: () => void;
  onChange: (filters: SearchFilters) => void;
};

/** Where one looks and for what; each can be taken away. */
export const FilterChips = ({ searchIn, filters, nameOf, onEverywhere, onChange }: ChipsProps) => {
  const t = useTranslations("search");
  const conversation = useHeldConversation(searchIn);
  const { senderId, from, to } = filters;
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {searchIn === null && <li className="text-[13px] text-text-2">{t("everywhere")}</li>}
      {conversation && <ScopeChip conversation={conversation} onTakeAway={onEverywhere} />}
      {senderId && (
        <Chip words={t("from", { name: nameOf(senderId) })} onTakeAway={() => onChange({ ...filters, senderId: "" })} />
      )}
      {from && (
        <Chip words={t("after", { date: formatCalendarDate(from) })} onTakeAway={() => onChange({ ...filters, from: "" })} />
      )}
      {to && <Chip words={t("before", { date: formatCalendarDate(to) })} onTakeAway={() => onChange({ ...filters, to: "" })} />}
    </ul>
  );
};
