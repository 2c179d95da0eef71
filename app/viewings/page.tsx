import type { Metadata } from "next";
import { InboxRoot } from "#components/inbox/inbox-root.tsx";
import { PublicPage } from "#components/shell/public-page.tsx";
import { ViewingsFrame } from "#components/viewings/viewings-frame.tsx";
import { ViewingsPage } from "#components/viewings/viewings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { VIEWINGS_A_PAGE } from "#lib/client/viewings-a-page.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member, visit } from "../visitor.ts";

export const metadata: Metadata = { title: translator("viewings")("page.title"), robots: { index: false } };

/** The viewings come with the page; from then on the browser keeps them in step. */
const Viewings = async () => {
  const actor = await member();
  const { viewings } = runtime().services;
  const [open, past] = await Promise.all([
    viewings.list(actor, { filter: "open", limit: VIEWINGS_A_PAGE.open }),
    viewings.list(actor, { filter: "past", limit: VIEWINGS_A_PAGE.past }),
  ]);
  return (
    <PublicPage {...(await visit())}>
      <ViewingsFrame>
        <InboxRoot key={actor.userId} self={{ userId: actor.userId, name: actor.name, role: actor.role }}>
          <ViewingsPage open={open} past={past} />
        </InboxRoot>
      </ViewingsFrame>
    </PublicPage>
  );
};

export default Viewings;
