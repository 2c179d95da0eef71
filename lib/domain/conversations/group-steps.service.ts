import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { GroupLine } from "#lib/contract/group-line.ts";
import type { Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { PostService } from "../messages/post.service.ts";
import type { Publisher } from "../ports.ts";
import * as groups from "./group.repository.ts";
import { findViews } from "./group-views.reader.ts";

type Deps = { publish: Publisher; posts: PostService };

/** The group as each of its members sees it now, and what tells of the lines that were written; nothing, where all stood already. */
export type Step = { id: string; views: Map<string, ConversationSummary>; tellLines?: () => void };
export type Person = GroupLine["people"][number];

/** What the server says of a step. */
export const lineOf = (event: GroupLine["event"], people: Person[] = [], title: string | null = null): GroupLine => ({
  type: "group",
  by: "server",
  event,
  people: people.map(({ userId, name }) => ({ userId, name })),
  title,
});

/** What every step in a group is made of: a line that the server writes, and so a revision, and the views that each member is told. */
export const createGroupSteps = ({ publish, posts }: Deps) => {
  /** Who may say nothing new changes nothing either. @throws {Failure} suspended */
  const assertMaySpeak = async (db: Db, userId: string): Promise<void> => {
    const until = await groups.silencedUntil(db, userId);
    if (until) throw fail("suspended", { details: { until: until.toISOString() } });
  };

  /** Writes what the server says of a step, and reads what each member sees then. */
  const write = async (db: Db, { userId }: Actor, id: string, lines: GroupLine[]): Promise<Step> => {
    const line = (system: GroupLine) => ({ system, countsUnread: false });
    const post = { conversationId: id, senderId: userId, isUnasked: true, lines: lines.map(line), changed: [] };
    const tellLines = await posts.write(db, [post]);
    return { id, tellLines, views: await findViews(db, id) };
  };

  const unchanged = async (db: Db, id: string): Promise<Step> => ({ id, views: await findViews(db, id) });

  const announce = ({ id, views, tellLines }: Step, newcomers: string[] = []): void => {
    if (!tellLines) return;
    const isNew = new Set(newcomers);
    if (newcomers.length > 0) publish.admit(newcomers, id);
    for (const userId of newcomers) {
      const view = views.get(userId);
      if (view) publish.toMember(userId, id, "conversation:created", view);
    }
    tellLines();
    for (const [userId, view] of views) {
      if (!isNew.has(userId)) publish.toMember(userId, id, "conversation:updated", view);
    }
  };

  const viewOf = ({ views }: Step, userId: string): ConversationSummary => {
    const view = views.get(userId);
    if (!view) throw fail("internal");
    return view;
  };

  return { assertMaySpeak, write, unchanged, announce, viewOf };
};
export type GroupSteps = ReturnType<typeof createGroupSteps>;
