"use client";

import { Ellipsis, ShieldCheck, UserMinus } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { VerifiedMark } from "#components/ui/verified-mark.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { usePresence } from "#lib/client/use-people.ts";
import type { Participant } from "#lib/contract/conversations.ts";

const icon = "size-[18px]";

type RowProps = {
  person: Participant;
  /** One leads the group oneself. */
  leads: boolean;
  onMakeAdmin: () => void;
  onRemove: () => void;
};

/** One of a group: who, in what role, and what an admin can do with them. */
export const MemberRow = ({ person, leads, onMakeAdmin, onRemove }: RowProps) => {
  const t = useTranslations();
  const { self } = useRealtime();
  const { userId, name, role, memberRole, verified } = person;
  const isSelf = userId === self.userId;
  const presence = usePresence(isSelf ? undefined : userId);
  return (
    <li className="flex min-h-[52px] items-center gap-3">
      <Avatar userId={userId} name={name} size="s" presence={presence?.status} />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-1 text-[15px]">
          <span dir="auto" className="truncate">
            {isSelf ? t("inbox.side.you", { name }) : name}
          </span>
          {verified && <VerifiedMark label={t("common.verified")} />}
        </span>
        <span className="block text-[13px] text-text-2">{t(`inbox.side.role.${role}`)}</span>
      </span>
      {memberRole === "admin" && (
        <span className="shrink-0 rounded-full bg-accent-soft px-2.5 py-0.5 font-medium text-[13px] text-accent-strong">
          {t("groups.leads")}
        </span>
      )}
      {leads && !isSelf && (
        <Menu
          trigger={<IconButton label={t("groups.actions", { name })} icon={<Ellipsis aria-hidden="true" className="size-5" />} />}
        >
          {memberRole !== "admin" && (
            <MenuItem icon={<ShieldCheck className={icon} />} onSelect={onMakeAdmin}>
              {t("groups.makeAdmin")}
            </MenuItem>
          )}
          <MenuItem danger icon={<UserMinus className={icon} />} onSelect={onRemove}>
            {t("groups.remove")}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
};
