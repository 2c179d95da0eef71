import type { Metadata } from "next";
import { BlockedPeople } from "#components/settings/blocked-people.tsx";
import { MutedConversations, type MutedName } from "#components/settings/muted-conversations.tsx";
import { SettingsPage } from "#components/settings/settings-page.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../../visitor.ts";

const t = translator("safety");

export const metadata: Metadata = { title: t("blocked.title") };

/** What a conversation is called: its title, or the other people's names. */
const nameFor =
  (selfId: string) =>
  ({ id, kind, title, participants }: ConversationSummary): MutedName => {
    const others = participants.filter(({ userId }) => userId !== selfId);
    const names = others.map(({ name }) => name).join(", ");
    const avatarId = (kind === "direct" && others[0]?.userId) || id;
    return { conversationId: id, name: title ?? (names || translator("inbox")("conversation.somebody")), avatarId };
  };

const BlockedPage = async () => {
  const actor = await member();
  const { blocks, mutes, conversations } = runtime().services;
  const [blocked, muted] = [await blocks.list(actor), await mutes.list(actor)];
  const summaries = await conversations.summaries(
    actor,
    muted.items.map(({ conversationId }) => conversationId),
  );
  return (
    <SettingsPage title={t("blocked.title")}>
      <BlockedPeople initial={blocked} />
      <MutedConversations initial={muted} names={summaries.map(nameFor(actor.userId))} />
    </SettingsPage>
  );
};

export default BlockedPage;
