import { redirect } from "next/navigation";
import type { Visitor } from "#components/shell/types.ts";
import { pageActor, pagePath, runtime } from "#lib/server/runtime.ts";

type Visit = { user: Visitor | null; totalUnread: number };

/** Who looks at the page and how much they have not read: what the header shows. */
export const visit = async (): Promise<Visit> => {
  const actor = await pageActor();
  if (!actor) return { user: null, totalUnread: 0 };
  const { totalUnread } = await runtime().services.conversations.list(actor, { limit: 1, filter: "all" });
  // Field by field: what goes into the header goes to the browser, and the session's id must not.
  return { user: { userId: actor.userId, name: actor.name, role: actor.role }, totalUnread };
};

/** Who is signed in. A guest goes to sign in, and comes back to this page after it. */
export const member = async () => (await pageActor()) ?? redirect(`/sign-in?next=${encodeURIComponent(await pagePath())}`);
