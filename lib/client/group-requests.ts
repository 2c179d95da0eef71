import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { call } from "./api.ts";
import { applyConversationAnswer } from "./apply-answer.ts";
import { putGroupPicture } from "./put-group-picture.ts";
import type { Realtime } from "./realtime.ts";

/** What one does with groups. Each step shows here as soon as it is stored; the others hear of it. */
export const createGroupRequests = ({ self, live, apply, requests }: Pick<Realtime, "self" | "live" | "apply" | "requests">) => {
  const taking = async (asking: () => Promise<ConversationSummary>): Promise<string> => {
    const since = live.state();
    const fresh = await asking();
    live.update((state) => applyConversationAnswer(state, fresh, since));
    return fresh.id;
  };
  return {
    /** Resolves to the id of the new group. */
    make: (title: string, userIds: string[]): Promise<string> =>
      taking(() => call("POST /api/conversations", { body: { kind: "group", title, userIds } })),

    rename: (id: string, title: string): Promise<string> =>
      taking(() => call("PATCH /api/conversations/{id}", { params: { id }, body: { title } })),

    openHistory: (id: string, openHistory: boolean): Promise<string> =>
      taking(() => call("PATCH /api/conversations/{id}", { params: { id }, body: { openHistory } })),

    /** @throws ApiError: too_large, validation_failed for what is no picture, forbidden … */
    setPicture: (id: string, file: Blob): Promise<string> => taking(() => putGroupPicture(id, file)),

    removePicture: (id: string): Promise<string> =>
      taking(() => call("DELETE /api/conversations/{id}/picture", { params: { id } })),

    add: (id: string, userIds: string[]): Promise<string> =>
      taking(() => call("POST /api/conversations/{id}/members", { params: { id }, body: { userIds } })),

    makeAdmin: (id: string, userId: string): Promise<string> =>
      taking(() =>
        call("PATCH /api/conversations/{id}/members/{userId}", { params: { id, userId }, body: { memberRole: "admin" } }),
      ),

    remove: async (id: string, userId: string): Promise<void> => {
      await call("DELETE /api/conversations/{id}/members/{userId}", { params: { id, userId } });
      await requests.readConversation(id);
    },

    leave: async (conversation: ConversationSummary): Promise<void> => {
      const params = { id: conversation.id, userId: self.userId };
      await call("DELETE /api/conversations/{id}/members/{userId}", { params });
      apply({ event: "conversation:removed", payload: { ...conversation, membership: "left" } });
    },
  };
};
export type GroupRequests = ReturnType<typeof createGroupRequests>;
