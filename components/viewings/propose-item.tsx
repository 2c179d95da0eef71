"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem } from "#components/ui/menu.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";

type ItemProps = { conversation: ConversationSummary; other: Participant | undefined; onPropose: () => void };

/** In the menu of a conversation about a home, between a student and a landlord who may write to each other. */
export const ProposeItem = ({ conversation, other, onPropose }: ItemProps) => {
  const t = useTranslations("viewings.ask");
  const { self } = useRealtime();
  const { listing, membership, blocked } = conversation;
  const roles = new Set([self.role, other?.role]);
  const isPair = roles.has("student") && roles.has("landlord");
  if (!listing || !isPair || membership === "left" || blocked === "by_me") return null;
  return (
    <MenuItem icon={<CalendarPlus className="size-[18px]" />} onSelect={onPropose}>
      {t("propose")}
    </MenuItem>
  );
};
