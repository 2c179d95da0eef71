import { ViewingsPage } from "#components/viewings/viewings-page.tsx";
import { VIEWINGS_A_PAGE } from "#lib/client/viewings-a-page.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../visitor.ts";

/** The viewings come with the page; from then on the browser keeps them in step. */
const Viewings = async () => {
  const actor = await member();
  const { viewings } = runtime().services;
  const [open, past] = await Promise.all([
    viewings.list(actor, { filter: "open", limit: VIEWINGS_A_PAGE.open }),
    viewings.list(actor, { filter: "past", limit: VIEWINGS_A_PAGE.past }),
  ]);
  return <ViewingsPage open={open} past={past} />;
};

export default Viewings;
