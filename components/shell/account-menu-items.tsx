"use client";

import { Bell, CalendarClock, Flag, LogOut, Monitor, Moon, Settings, ShieldCheck, Sun, Volume2 } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { MenuChoices, MenuItem, MenuLink, MenuSeparator, MenuSwitch } from "#components/ui/menu.tsx";
import { useAlertSettings } from "#lib/client/use-alert-settings.ts";
import { useSignOut, useUnsentCount } from "#lib/client/use-session-actions.ts";
import type { AccountItemsProps } from "./account-menu.tsx";

const icon = "size-4";

const isTheme = (theme: string | undefined): theme is "system" | "light" | "dark" =>
  theme === "system" || theme === "light" || theme === "dark";

const ThemeChoices = () => {
  const t = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  const choices = [
    { value: "system", label: t("system"), icon: <Monitor className={icon} /> },
    { value: "light", label: t("light"), icon: <Sun className={icon} /> },
    { value: "dark", label: t("dark"), icon: <Moon className={icon} /> },
  ] as const;
  return <MenuChoices label={t("label")} value={isTheme(theme) ? theme : "system"} choices={choices} onChange={setTheme} />;
};

/** How a new message makes itself known while one looks elsewhere. */
const AlertItems = () => {
  const t = useTranslations("shell.alerts");
  const { hasSound, setSound, canAsk, ask } = useAlertSettings();
  return (
    <>
      <MenuSwitch checked={hasSound} icon={<Volume2 className={icon} />} onChange={setSound}>
        {t("sound")}
      </MenuSwitch>
      {canAsk && (
        <MenuItem icon={<Bell className={icon} />} onSelect={ask}>
          {t("turnOn")}
        </MenuItem>
      )}
    </>
  );
};

const SignOutItem = ({ userId, onUnsent }: AccountItemsProps) => {
  const t = useTranslations("shell");
  const { mutate, busy, isError } = useSignOut();
  const unsent = useUnsentCount(userId);
  return (
    <MenuItem
      keepOpen={!unsent}
      danger={isError}
      disabled={busy || unsent === undefined}
      icon={<LogOut className={icon} />}
      onSelect={() => (unsent ? onUnsent(unsent) : mutate(userId))}
    >
      {busy ? t("signingOut") : t(isError ? "signOutFailed" : "signOut")}
    </MenuItem>
  );
};

const ViewingsLink = () => (
  <MenuLink href="/viewings" icon={<CalendarClock className={icon} />}>
    {useTranslations("shell")("viewings")}
  </MenuLink>
);

const SettingsLink = () => (
  <MenuLink href="/settings/account" icon={<Settings className={icon} />}>
    {useTranslations("shell")("settings")}
  </MenuLink>
);

const DeskLink = () => (
  <MenuLink href="/admin" icon={<ShieldCheck className={icon} />}>
    {useTranslations("admin")("desk")}
  </MenuLink>
);

const ReportsLink = () => (
  <MenuLink href="/admin/reports" icon={<Flag className={icon} />}>
    {useTranslations("moderation")("queue.title")}
  </MenuLink>
);

export const AccountMenuItems = (props: AccountItemsProps) => (
  <>
    <ThemeChoices />
    <MenuSeparator />
    <AlertItems />
    <MenuSeparator />
    {props.role === "moderator" && <ReportsLink />}
    {props.role === "admin" && <DeskLink />}
    <ViewingsLink />
    <SettingsLink />
    <SignOutItem {...props} />
  </>
);
