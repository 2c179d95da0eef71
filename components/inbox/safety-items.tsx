"use client";

import { Ban, Bell, BellOff, Flag } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { useMuted } from "#lib/client/use-muted.ts";
import { useSafety } from "#lib/client/use-safety.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";

const HOUR = 60 * 60 * 1000;
const spans = [
  ["muteHour", HOUR],
  ["muteHours", 8 * HOUR],
  ["muteWeek", 7 * 24 * HOUR],
  ["muteForGood", null],
] as const;

const icon = "size-[18px]";

type SafetyItemsProps = {
  conversation: ConversationSummary;
  /** The one person of a direct conversation. */
  other: Participant | undefined;
  change: (step: () => Promise<void>) => void;
  onOpen: (dialog: "block" | "report") => void;
};

/** What keeps a conversation quiet, or somebody out of it. */
export const SafetyItems = ({
  conversation: { id, kind, participants, mutedUntil, blocked },
  other,
  change,
  onOpen,
}: SafetyItemsProps) => {
  const t = useTranslations("safety.menu");
  const tReport = useTranslations("moderation.report");
  const safety = useSafety();
  const isMuted = useMuted(mutedUntil);
  return (
    <>
      <MenuSeparator />
      {isMuted ? (
        <MenuItem icon={<Bell className={icon} />} onSelect={() => change(() => safety.unmute(id))}>
          {t("unmute")}
        </MenuItem>
      ) : (
        spans.map(([name, ms]) => (
          <MenuItem key={name} icon={<BellOff className={icon} />} onSelect={() => change(() => safety.mute(id, ms))}>
            {t(name)}
          </MenuItem>
        ))
      )}
      {(other || kind === "group") && <MenuSeparator />}
      {kind === "group" && participants.length > 1 && (
        <MenuItem danger icon={<Flag className={icon} />} onSelect={() => onOpen("report")}>
          {tReport("menuGroup")}
        </MenuItem>
      )}
      {other && (
        <MenuItem danger icon={<Flag className={icon} />} onSelect={() => onOpen("report")}>
          {tReport("menu", { name: other.name })}
        </MenuItem>
      )}
      {other && blocked === "none" && (
        <MenuItem danger icon={<Ban className={icon} />} onSelect={() => onOpen("block")}>
          {t("block", { name: other.name })}
        </MenuItem>
      )}
      {other && blocked === "by_me" && (
        <MenuItem icon={<Ban className={icon} />} onSelect={() => change(() => safety.unblock(id, other.userId))}>
          {t("unblock", { name: other.name })}
        </MenuItem>
      )}
    </>
  );
};
