import type { ConversationService } from "#lib/domain/conversations/conversation.service.ts";
import type { Log } from "#lib/domain/ports.ts";
import { againAndAgain } from "../again-and-again.ts";
import type { LiveSockets } from "./live-sockets.ts";
import { conversationRoom, userRoom } from "./rooms.ts";

/** Who is out hears nothing more after this at most, and one more answer of the database. */
const LOOK_EVERY_MS = 1_000;

type Deps = {
  sockets: Pick<LiveSockets, "idsIn" | "expel">;
  endsOfMemberships: ConversationService["endsOfMemberships"];
  log: Log;
  everyMs?: number;
};

/**
 * Takes sockets of this process out of conversations that their people are no longer in, whoever took these out: the word of another
 * node that was lost or came before the socket did, a script, somebody with SQL. Below it, what is stored after somebody has left is
 * told among those alone who are in it then.
 */
export const watchMemberships = ({ sockets, endsOfMemberships, log, everyMs = LOOK_EVERY_MS }: Deps) => {
  let since: Date | undefined;
  let isDown = false;

  const look = async (): Promise<void> => {
    const { at, ended } = await endsOfMemberships(since);
    for (const { userId, conversationId } of ended) {
      const room = conversationRoom(conversationId);
      const heard = new Set(sockets.idsIn(room));
      if (sockets.idsIn(userRoom(userId)).some((id) => heard.has(id))) sockets.expel(userRoom(userId), room);
    }
    since = at;
    isDown = false;
  };

  /** The next look finds what this one could not. */
  const noteOutage = (error: unknown): void => {
    if (!isDown) log.warn({ error }, "the watch of memberships could not look");
    isDown = true;
  };

  const complaint = "the watch of memberships failed";
  return againAndAgain({ work: () => look().catch(noteOutage), everyMs, complaint, log });
};
