import type { User } from "#lib/contract/accounts.ts";

/** Who is signed in, as the shell shows them. */
export type Visitor = { userId: string; name: string; role: User["role"] };

/** Where one is in the page. */
export type Place = "listings" | "inbox" | "homes";

export type ShellProps = { current?: Place; user: Visitor; totalUnread: number };
