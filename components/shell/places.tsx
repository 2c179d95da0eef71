import { CalendarCheck, House, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Place } from "./types.ts";

/**
 * The places of the page in the order in which every bar shows them; labels are keys of `shell`. No bar fetches them before they
 * are asked for: what they are made of would weigh on every page.
 */
export const places: readonly { place: Place; href: string; label: "findRoom" | "inbox" | "bookings"; icon: ReactNode }[] = [
  { place: "inbox", href: "/inbox", label: "inbox", icon: <MessageCircle aria-hidden="true" className="size-5" /> },
  { place: "bookings", href: "/bookings", label: "bookings", icon: <CalendarCheck aria-hidden="true" className="size-5" /> },
  { place: "listings", href: "/", label: "findRoom", icon: <House aria-hidden="true" className="size-5" /> },
];
