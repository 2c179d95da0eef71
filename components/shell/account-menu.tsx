"use client";

import { type ComponentProps, type ComponentType, useState } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuSeparator } from "#components/ui/menu.tsx";
import type { Visitor } from "./types.ts";

type Parts = { Items: ComponentType<AccountItemsProps>; SignOutDialog: ComponentType<SignOutDialogProps> };

/** Both at once: whoever is offline when they are asked must not find that the question cannot be fetched. */
const loadParts = async (): Promise<Parts> => {
  const [items, dialog] = await Promise.all([import("./account-menu-items.tsx"), import("./sign-out-dialog.tsx")]);
  return { Items: items.AccountMenuItems, SignOutDialog: dialog.SignOutDialog };
};

export type SignOutDialogProps = { userId: string; count: number; onClose: () => void };

export type AccountItemsProps = {
  userId: string;
  role: Visitor["role"];
  /** Signing out would lose so many messages: asks before it is done. */
  onUnsent: (count: number) => void;
};

type AccountMenuProps = {
  user: Visitor;
  trigger: ComponentProps<typeof Menu>["trigger"];
  side?: "top" | "right" | "bottom";
};

/** Who one is, the theme, the settings, and the way out. Its items come with the menu, not with the page. */
export const AccountMenu = ({ user, trigger, side = "bottom" }: AccountMenuProps) => {
  const t = useTranslations("shell.account");
  const [parts, setParts] = useState<Parts>();
  const [unsent, setUnsent] = useState(0);
  return (
    <>
      <Menu trigger={trigger} side={side} align="end" load={async () => setParts(await loadParts())}>
        <div className="px-2.5 pt-1 pb-1.5">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="text-[13px] text-text-2">{t(`role.${user.role}`)}</p>
        </div>
        <MenuSeparator />
        {parts && <parts.Items userId={user.userId} role={user.role} onUnsent={setUnsent} />}
      </Menu>
      {parts && unsent > 0 && <parts.SignOutDialog userId={user.userId} count={unsent} onClose={() => setUnsent(0)} />}
    </>
  );
};
