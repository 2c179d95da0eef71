"use client";

import { type ComponentProps, type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuSeparator } from "#components/ui/menu.tsx";
import type { Visitor } from "./types.ts";

/** Whoever has nothing left to send never loads it. */
const SignOutDialog = lazy(() => import("./sign-out-dialog.tsx").then((module) => ({ default: module.SignOutDialog })));

export type AccountItemsProps = {
  userId: string;
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
  const [Items, setItems] = useState<ComponentType<AccountItemsProps>>();
  const [unsent, setUnsent] = useState(0);
  const load = async () => {
    const { AccountMenuItems } = await import("./account-menu-items.tsx");
    setItems(() => AccountMenuItems);
  };
  return (
    <>
      <Menu trigger={trigger} side={side} align="end" load={load}>
        <div className="px-2.5 pt-1 pb-1.5">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="text-[13px] text-text-2">{t(`role.${user.role}`)}</p>
        </div>
        <MenuSeparator />
        {Items && <Items userId={user.userId} onUnsent={setUnsent} />}
      </Menu>
      {unsent > 0 && (
        <Suspense fallback={null}>
          <SignOutDialog userId={user.userId} count={unsent} onClose={() => setUnsent(0)} />
        </Suspense>
      )}
    </>
  );
};
