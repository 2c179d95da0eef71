"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { useHydrated } from "#lib/client/use-hydrated.ts";
import { IconButton } from "./icon-button.tsx";

/** Switches between light and dark for people without an account menu. */
export const ThemeToggle = () => {
  const t = useTranslations("shell.theme");
  const { resolvedTheme, setTheme } = useTheme();
  // The server cannot know the device's theme: until hydrated, the label is the one for light.
  const dark = useHydrated() && resolvedTheme === "dark";
  const icon = dark ? <Sun aria-hidden="true" className="size-5" /> : <Moon aria-hidden="true" className="size-5" />;
  return <IconButton label={t(dark ? "toLight" : "toDark")} icon={icon} onClick={() => setTheme(dark ? "light" : "dark")} />;
};
