import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { Inbox } from "#components/inbox/inbox.tsx";
import { nothingHandOver, threadHandOver } from "#lib/client/first-paint.ts";
import { windowQuery } from "#lib/client/thread-window.ts";
import { pageActor, runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../../failure-code.ts";

type Actor = NonNullable<Awaited<ReturnType<typeof pageActor>>>;
type Props = { params: Promise<{ conversationId: string }> };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The conversation first, then its messages: what happens in between is then noticed as missing, never taken as held. */
const read = async (actor: Actor, id: string): Promise<DehydratedState> => {
  const { conversations, messages } = runtime().services;
  const conversation = await conversations.get(actor, id);
  const query = windowQuery(conversation, actor.userId);
  const page = await messages.history(actor, id, { ...query, limit: 50 });
  return threadHandOver(actor.userId, { conversation, page, query });
};

const readOrNothing = async (actor: Actor, id: string): Promise<DehydratedState> => {
  if (!UUID.test(id)) return nothingHandOver(id);
  try {
    return await read(actor, id);
  } catch (error) {
    if (failureCode(error) === "not_participant") return nothingHandOver(id);
    throw error;
  }
};

const ConversationPage = async ({ params }: Props) => {
  const { conversationId } = await params;
  const actor = await pageActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(`/inbox/${conversationId}`)}`);
  return (
    <HydrationBoundary state={await readOrNothing(actor, conversationId)}>
      <Inbox user={{ userId: actor.userId, name: actor.name, role: actor.role }} />
    </HydrationBoundary>
  );
};

export default ConversationPage;
