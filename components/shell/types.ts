import type { User } from "#lib/contract/accounts.ts";

/** Who is signed in, as the shell shows them. */
export type Visitor = { userId: string; name: string; role: User["role"] };

/** Where one is in the page. */
export type Place = "listings" | "inbox" | "homes" | "bookings" | "notifications";

/** How much is unread in the places that count it. */
export type Unread = Partial<Record<Place, number>>;

export type ShellProps = { current?: Place; user: Visitor; unread: Unread };
