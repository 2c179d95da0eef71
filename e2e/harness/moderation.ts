import { v7 } from "uuid";
import { inject } from "vitest";
import type { Role } from "#lib/contract/accounts.ts";
import { createEmptyDatabase } from "./database.ts";
import { OWN_SECRET } from "./own-server.ts";
import { createPerson, disconnectAll, gather, type Person } from "./person.ts";
import { startServer } from "./server.ts";
import { execute } from "./sql.ts";

/** Somebody of a role that nobody registers with, with a device that has connected in it. */
export const createWithRole = async (baseUrl: string, databaseUrl: string, name: string, role: Role): Promise<Person> => {
  const person = await createPerson(baseUrl, name);
  await execute(databaseUrl, "update users set role = $2 where id = $1", [person.id, role]);
  person.device.leaves();
  const device = await person.connects();
  const says: Person["says"] = (conversationId, content, extra) =>
    device.does("message:send", { conversationId, messageId: v7(), content, ...extra });
  return { ...person, device, says };
};

/** A server of one's own, since moderators hear of every report: alice, bob and carol, the moderators mia and max, the admin ada. */
export const openModeratedHouse = async (name: string, more: Record<string, string> = {}) => {
  const databaseUrl = await createEmptyDatabase(inject("postgresUrl"), `uninest_${name.replaceAll("-", "_")}`);
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, RATE_LIMIT_FACTOR: "1000", ...more };
  const server = await startServer({ name, env });
  const { baseUrl } = server;
  const people = await gather(baseUrl, "alice", "bob", "carol");
  const [mia, max, ada] = await Promise.all([
    createWithRole(baseUrl, databaseUrl, "mia", "moderator"),
    createWithRole(baseUrl, databaseUrl, "max", "moderator"),
    createWithRole(baseUrl, databaseUrl, "ada", "admin"),
  ]);
  const everybody = { ...people, mia, max, ada };
  return {
    ...everybody,
    baseUrl,
    databaseUrl,

    sql: (statement: string, ...parameters: (string | null)[]) => execute(databaseUrl, statement, parameters),

    /** What the audit log holds of somebody's acts from a place on, as `action subject`. */
    acts: async (actor: Person, after = 0): Promise<string[]> => {
      const rows = await execute(
        databaseUrl,
        "select action, subject_id from audit_log where actor_id = $1 and seq > $2::int order by seq",
        [actor.id, String(after)],
      );
      return rows.map(({ action, subject_id }) => `${action} ${subject_id}`);
    },

    close: async (): Promise<void> => {
      disconnectAll(...Object.values(everybody));
      await server.stop();
    },
  };
};
export type ModeratedHouse = Awaited<ReturnType<typeof openModeratedHouse>>;
