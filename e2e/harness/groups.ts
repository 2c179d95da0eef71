import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Person } from "./person.ts";

type Body = Record<string, unknown>;

/** What people do with groups over HTTP; each resolves to whatever the answer was. */
export const groupsOf = (person: Person) => {
  const at = (id: string) => `/api/conversations/${id}`;
  const ask = <Answer = ConversationSummary>(path: string, method: string, body?: Body) =>
    person.http<Answer>(path, { method, ...(body ? { body } : {}) });
  return {
    makes: (title: string, others: { id: string }[], more: Body = {}) =>
      ask("/api/conversations", "POST", { kind: "group", title, userIds: others.map(({ id }) => id), ...more }),
    renames: (id: string, title: string) => ask(at(id), "PATCH", { title }),
    opensHistory: (id: string, openHistory = true) => ask(at(id), "PATCH", { openHistory }),
    adds: (id: string, ...others: { id: string }[]) =>
      ask(`${at(id)}/members`, "POST", { userIds: others.map((other) => other.id) }),
    removes: (id: string, other: { id: string }) => ask<Body>(`${at(id)}/members/${other.id}`, "DELETE"),
    leaves: (id: string) => ask<Body>(`${at(id)}/members/${person.id}`, "DELETE"),
    makesAdmin: (id: string, other: { id: string }) => ask(`${at(id)}/members/${other.id}`, "PATCH", { memberRole: "admin" }),
    takesPictureAway: (id: string) => ask(`${at(id)}/picture`, "DELETE"),
    sees: async (id: string) => (await person.http<ConversationSummary>(at(id))).body,
  };
};

/** Gives a group a picture, as somebody. */
export const setsPicture = async (
  baseUrl: string,
  { tokens }: Pick<Person, "tokens">,
  id: string,
  file: Uint8Array<ArrayBuffer>,
) => {
  const response = await fetch(`${baseUrl}/api/conversations/${id}/picture`, {
    method: "PUT",
    headers: { authorization: `Bearer ${tokens.accessToken}`, "content-type": "image/jpeg" },
    body: file,
  });
  return { status: response.status, body: (await response.json()) as ConversationSummary & { code?: string } };
};

/** Each of them gets to know the first: who shares no conversation is a stranger. */
export const acquaint = async (first: Person, ...others: Person[]): Promise<void> => {
  for (const other of others) await first.opens(other);
};
