"use client";

import { LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuChoices, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { useSignOut } from "#lib/client/use-session-actions.ts";
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

const SignOutItem = () => {
  const t = useTranslations("shell");
  const { mutate, busy, isError } = useSignOut();
  return (
    <MenuItem keepOpen danger={isError} disabled={busy} icon={<LogOut className="size-4" />} onSelect={() => mutate()}>
      {busy ? t("signingOut") : t(isError ? "signOutFailed" : "signOut")}
    </MenuItem>
  );
};

type AccountMenuProps = {
  user: Visitor;
  trigger: ComponentProps<typeof Menu>["trigger"];
  side?: "top" | "right" | "bottom";
};

/** Who one is, the theme, the settings, and the way out. */
export const AccountMenu = ({ user, trigger, side = "bottom" }: AccountMenuProps) => {
  const t = useTranslations("shell");
  return (
    <Menu trigger={trigger} side={side} align="end">
      <div className="px-2.5 pt-1 pb-1.5">
        <p className="truncate font-semibold">{user.name}</p>
        <p className="text-[13px] text-text-2">{t(`account.role.${user.role}`)}</p>
      </div>
      <MenuSeparator />
      <ThemeChoices />
      <MenuSeparator />
      <MenuLink href="/settings" icon={<Settings className="size-4" />}>
        {t("settings")}
      </MenuLink>
      <SignOutItem />
    </Menu>
  );
};
