import { Bell, Building2, CalendarCheck, House, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Place, Visitor } from "./types.ts";

type PlaceLink = {
  place: Place;
  href: string;
  label: "findRoom" | "inbox" | "homes" | "bookings" | "notifications";
  icon: ReactNode;
  /** Only for people of these roles. */
  only?: readonly Visitor["role"][];
};

const places: readonly PlaceLink[] = [
  { place: "inbox", href: "/inbox", label: "inbox", icon: <MessageCircle aria-hidden="true" className="size-5" /> },
  {
    place: "listings",
    href: "/",
    label: "findRoom",
    icon: <House aria-hidden="true" className="size-5" />,
    only: ["student", "moderator", "admin"],
  },
  {
    place: "homes",
    href: "/my/listings",
    label: "homes",
    icon: <Building2 aria-hidden="true" className="size-5" />,
    only: ["landlord"],
  },
  { place: "bookings", href: "/bookings", label: "bookings", icon: <CalendarCheck aria-hidden="true" className="size-5" /> },
  {
    place: "notifications",
    href: "/notifications",
    label: "notifications",
    icon: <Bell aria-hidden="true" className="size-5" />,
  },
];

/**
 * The places of a person in the order in which every bar shows them; labels are keys of `shell`. No bar fetches them before they
 * are asked for: what they are made of would weigh on every page.
 */
export const placesOf = ({ role }: Pick<Visitor, "role">): readonly PlaceLink[] =>
  places.filter(({ only }) => only?.includes(role) ?? true);
