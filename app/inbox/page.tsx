import { redirect } from "next/navigation";
import { Inbox } from "#components/inbox/inbox.tsx";
import { pageActor } from "#lib/server/runtime.ts";

const InboxPage = async () => {
  const actor = await pageActor();
  if (!actor) redirect("/sign-in?next=%2Finbox");
  return <Inbox user={{ userId: actor.userId, name: actor.name, role: actor.role }} />;
};

export default InboxPage;
