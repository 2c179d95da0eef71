"use client";

import clsx from "clsx";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useTotalUnread } from "#lib/client/use-total-unread.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";

const filters: readonly ConversationFilter[] = ["all", "unread", "archived"];

export const panelId = "conversation-panel";
export const tabId = (filter: ConversationFilter): string => `conversation-tab-${filter}`;

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

type TabsProps = { value: ConversationFilter; onChange: (filter: ConversationFilter) => void };

export const ConversationTabs = ({ value, onChange }: TabsProps) => {
  const t = useTranslations("inbox.list");
  const totalUnread = useTotalUnread();
  const label = (filter: ConversationFilter) =>
    filter === "unread" && totalUnread > 0 ? t("unreadCount", { count: totalUnread }) : t(filter);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = filters[(filters.indexOf(value) + step + filters.length) % filters.length] ?? value;
    onChange(next);
    document.getElementById(tabId(next))?.focus();
  };

  return (
    <div role="tablist" aria-label={t("filters")} onKeyDown={move} className="flex gap-1">
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          role="tab"
          id={tabId(filter)}
          aria-selected={filter === value}
          aria-controls={panelId}
          tabIndex={filter === value ? 0 : -1}
          onClick={() => onChange(filter)}
          className={clsx(
            "tabular min-h-9 rounded-full px-3 font-medium text-[13px] md:min-h-8",
            filter === value ? "bg-accent-soft text-accent-strong" : "text-text-2 hover:bg-surface-2",
          )}
        >
          {label(filter)}
        </button>
      ))}
    </div>
  );
};
