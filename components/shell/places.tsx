import { Bell, CalendarCheck, House, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Place } from "./types.ts";

type Entry = { place: Place; href: string; label: "findRoom" | "inbox" | "bookings" | "notifications"; icon: ReactNode };

/**
 * The places of the page in the order in which every bar shows them; labels are keys of `shell`. No bar fetches them before they
 * are asked for: what they are made of would weigh on every page.
 */
export const places: readonly Entry[] = [
  { place: "inbox", href: "/inbox", label: "inbox", icon: <MessageCircle aria-hidden="true" className="size-5" /> },
  { place: "listings", href: "/", label: "findRoom", icon: <House aria-hidden="true" className="size-5" /> },
  { place: "bookings", href: "/bookings", label: "bookings", icon: <CalendarCheck aria-hidden="true" className="size-5" /> },
  {
    place: "notifications",
    href: "/notifications",
    label: "notifications",
    icon: <Bell aria-hidden="true" className="size-5" />,
  },
];
