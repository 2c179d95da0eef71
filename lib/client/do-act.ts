import type { SanctionKind } from "#lib/contract/sanction-rules.ts";
import type { Grounds } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";

/** What a moderator wants to do to somebody. */
export type WantedAct = Grounds & {
  kind: SanctionKind | "remove-all";
  userId: string;
  /** For what lasts; absent: without an end. */
  until?: string;
  message?: { conversationId: string; messageId: string };
};

/** Asks the server for it. @throws ApiError */
export const doAct = async ({ kind, userId, until, message, ...grounds }: WantedAct): Promise<void> => {
  const params = { id: userId };
  switch (kind) {
    case "warn":
      return void (await call("POST /api/admin/users/{id}/warn", { params, body: grounds }));
    case "kick":
      return void (await call("POST /api/admin/users/{id}/kick", { params, body: grounds }));
    case "silence":
      return void (await call("POST /api/admin/users/{id}/silence", { params, body: { ...grounds, until: until ?? "" } }));
    case "ban":
      return void (await call("POST /api/admin/users/{id}/ban", { params, body: { ...grounds, ...(until ? { until } : {}) } }));
    default: {
      const body = { ...grounds, ...(kind === "remove" && message ? { message } : {}) };
      return void (await call("POST /api/admin/users/{id}/remove-messages", { params, body }));
    }
  }
};
