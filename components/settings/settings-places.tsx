import { Ban, EyeOff, MonitorSmartphone, UserRound } from "lucide-react";
import type { ReactNode } from "react";

type SettingsPlace = { href: string; label: "account" | "devices" | "privacy" | "blocked"; icon: ReactNode };

/** The pages of the settings in the order of their list; labels are keys of `settings.places`. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { href: "/settings/account", label: "account", icon: <UserRound aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/devices", label: "devices", icon: <MonitorSmartphone aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/privacy", label: "privacy", icon: <EyeOff aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/blocked", label: "blocked", icon: <Ban aria-hidden="true" className="size-4.5" /> },
];
