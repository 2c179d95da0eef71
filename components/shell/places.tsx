import { Building2, House, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Place, Visitor } from "./types.ts";

type PlaceLink = {
  place: Place;
  href: string;
  label: "findRoom" | "inbox" | "homes";
  icon: ReactNode;
  /** Only for people of this role. */
  only?: Visitor["role"];
};

const places: readonly PlaceLink[] = [
  { place: "inbox", href: "/inbox", label: "inbox", icon: <MessageCircle aria-hidden="true" className="size-5" /> },
  {
    place: "homes",
    href: "/my/listings",
    label: "homes",
    icon: <Building2 aria-hidden="true" className="size-5" />,
    only: "landlord",
  },
  { place: "listings", href: "/", label: "findRoom", icon: <House aria-hidden="true" className="size-5" /> },
];

/** The places of the page in the order in which every bar shows them; labels are keys of `shell`. */
export const placesOf = ({ role }: Pick<Visitor, "role">): readonly PlaceLink[] =>
  places.filter(({ only }) => only === undefined || only === role);
