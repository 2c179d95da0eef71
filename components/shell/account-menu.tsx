"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { useSignOut, useUnsentCount } from "#lib/client/use-session-actions.ts";
import type { Visitor } from "./types.ts";

const isTheme = (theme: string | undefined): theme is "system" | "light" | "dark" =>
  theme === "system" || theme === "light" || theme === "dark";

const ThemeChoices = () => {
  const t = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  const choices = [
    { value: "system", label: t("system"), icon: <Monitor className="size-4" /> },
    { value: "light", label: t("light"), icon: <Sun className="size-4" /> },
    { value: "dark", label: t("dark"), icon: <Moon className="size-4" /> },
  ] as const;
  return <MenuChoices label={t("label")} value={isTheme(theme) ? theme : "system"} choices={choices} onChange={setTheme} />;
};

/** Whoever has nothing left to send never loads it. */
const SignOutDialog = lazy(() => import("./sign-out-dialog.tsx").then((module) => ({ default: module.SignOutDialog })));

type SignOutProps = { userId: string; onUnsent: (count: number) => void };

const SignOutItem = ({ userId, onUnsent }: SignOutProps) => {
  const t = useTranslations("shell");
  const { mutate, busy, isError } = useSignOut();
  const unsent = useUnsentCount(userId);
  return (
    <MenuItem
      keepOpen={!unsent}
      danger={isError}
      disabled={busy || unsent === undefined}
      icon={<LogOut className="size-4" />}
      onSelect={() => (unsent ? onUnsent(unsent) : mutate(userId))}
    >
      {busy ? t("signingOut") : t(isError ? "signOutFailed" : "signOut")}
    </MenuItem>
  );
};

type AccountMenuProps = {
  user: Visitor;
  trigger: ComponentProps<typeof Menu>["trigger"];
  side?: "top" | "right" | "bottom";
};

/** Who one is, the theme, and the way out. */
export const AccountMenu = ({ user, trigger, side = "bottom" }: AccountMenuProps) => {
  const t = useTranslations("shell.account");
  const [unsent, setUnsent] = useState(0);
  return (
    <>
      <Menu trigger={trigger} side={side} align="end">
        <div className="px-2.5 pt-1 pb-1.5">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="text-[13px] text-text-2">{t(`role.${user.role}`)}</p>
        </div>
        <MenuSeparator />
        <ThemeChoices />
        <MenuSeparator />
        <SignOutItem userId={user.userId} onUnsent={setUnsent} />
      </Menu>
      {unsent > 0 && (
        <Suspense fallback={null}>
          <SignOutDialog userId={user.userId} count={unsent} onClose={() => setUnsent(0)} />
        </Suspense>
      )}
    </>
  );
};
