import { Ban, Bell, EyeOff, Flag, MessageSquareQuote, MonitorSmartphone, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import type { Role } from "#lib/contract/accounts.ts";

type SettingsPlace = {
  href: string;
  label: "account" | "devices" | "notifications" | "privacy" | "blocked" | "reports" | "replies";
  icon: ReactNode;
  /** Who has it; absent: everybody. */
  role?: Role;
};

/** The pages of the settings in the order of their list; labels are keys of `settings.places`. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { href: "/settings/account", label: "account", icon: <UserRound aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/devices", label: "devices", icon: <MonitorSmartphone aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/notifications", label: "notifications", icon: <Bell aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/privacy", label: "privacy", icon: <EyeOff aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/blocked", label: "blocked", icon: <Ban aria-hidden="true" className="size-4.5" /> },
  { href: "/settings/reports", label: "reports", icon: <Flag aria-hidden="true" className="size-4.5" /> },
  {
    href: "/settings/replies",
    label: "replies",
    icon: <MessageSquareQuote aria-hidden="true" className="size-4.5" />,
    role: "landlord",
  },
];
