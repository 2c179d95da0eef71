import type { ConnectedPeople, ConnectedPerson } from "#lib/contract/connections.ts";
import type { Database } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import type { LiveSocket, Vitals } from "../ports.ts";
import { findDeviceNames, findUsers } from "./connection.reader.ts";

/** A page of more helps nobody. */
const MOST_PEOPLE = 200;

type Deps = { database: Database; vitals: Pick<Vitals, "sockets" | "node"> };

/** The sockets of each person, those who came last first. */
const byPerson = (sockets: readonly LiveSocket[]): Map<string, LiveSocket[]> => {
  const people = new Map<string, LiveSocket[]>();
  for (const socket of [...sockets].sort((one, other) => other.since.getTime() - one.since.getTime()))
    people.set(socket.userId, [...(people.get(socket.userId) ?? []), socket]);
  return people;
};

/** Who is connected, for admins. What passes over the connections is not looked at. */
export const createConnectionService = ({ database, vitals }: Deps) => ({
  /** @throws {Failure} forbidden */
  list: async (actor: Actor): Promise<ConnectedPeople> => {
    assertAdmin(actor);
    const sockets = vitals.sockets();
    const people = byPerson(sockets);
    const shown = [...people].slice(0, MOST_PEOPLE);
    const { users, devices } = await database.read(async (db) => ({
      users: await findUsers(
        db,
        shown.map(([userId]) => userId),
      ),
      devices: await findDeviceNames(
        db,
        shown.flatMap(([, theirs]) => theirs.map(({ sessionId }) => sessionId)),
      ),
    }));
    const items = shown.flatMap(([userId, theirs]): ConnectedPerson[] => {
      const user = users.get(userId);
      if (!user) return [];
      const connections = theirs.map(({ sessionId, since, transport }) => ({
        since: since.toISOString(),
        transport,
        device: devices.get(sessionId) ?? null,
      }));
      return [{ user, connections }];
    });
    return { node: vitals.node, people: people.size, connections: sockets.length, items };
  },
});
