import type { Db } from "#lib/db/client.ts";
import type { JobQueue } from "../ports.ts";
import { previewLane, previewLink } from "./link-preview.policy.ts";
import type { Place } from "./quote.repository.ts";

/** Has the pages of these messages' links looked at, once what is written is committed. Where there are none it costs nothing. */
export const lookAtLinks = async (
  db: Db,
  jobs: JobQueue,
  messages: readonly (Place & { content: string; notices?: string[] | undefined })[],
  now: Date,
): Promise<void> => {
  const wanted = messages.flatMap(({ conversationId, seq, content, notices = [] }) => {
    const url = notices.length === 0 ? previewLink(content) : undefined;
    if (url === undefined) return [];
    return [{ key: `preview ${conversationId} ${seq}`, lane: previewLane(url), payload: { conversationId, seq } }];
  });
  if (wanted.length > 0) await jobs.addKeyed(db, "message:preview", wanted, now);
};
