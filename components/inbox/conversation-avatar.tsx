import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Presence } from "#lib/contract/presence.ts";
import { useConversationName } from "./conversation-name.ts";

type AvatarProps = { conversation: ConversationSummary; presence: Presence | undefined; className?: string };

/** The picture of who one talks to; a group has one of its own, or one that is made of two who are in it. */
export const ConversationAvatar = ({ conversation, presence, className = "" }: AvatarProps) => {
  const { name, others, avatarId } = useConversationName(conversation);
  const [lost, setLost] = useState<string>();
  const { pictureUrl } = conversation;
  if (pictureUrl && pictureUrl !== lost)
    return (
      // biome-ignore lint/performance/noImgElement: nothing resizes pictures here, and this one is small
      <img
        src={pictureUrl}
        alt=""
        onError={() => setLost(pictureUrl)}
        className={`size-[46px] shrink-0 rounded-full bg-surface-2 object-cover ${className}`}
      />
    );
  const people = others[1] ? others : conversation.participants;
  if (conversation.kind !== "group" || !people[1])
    return <Avatar userId={avatarId} name={name} presence={presence?.status} className={className} />;
  return (
    <span className={`grid size-[46px] shrink-0 ${className}`}>
      {people.slice(0, 2).map((person, index) => (
        <Avatar
          key={person.userId}
          {...person}
          size="s"
          className={`col-start-1 row-start-1 ${index && "self-end justify-self-end rounded-full ring-2 ring-surface"}`}
        />
      ))}
    </span>
  );
};
