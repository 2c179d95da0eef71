import type { ResponseFigures } from "#lib/contract/responses.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { assertLandlord } from "../housing/home.policy.ts";
import type { Clock } from "../ports.ts";
import { responseFigures, windowStart } from "./response.policy.ts";
import { findThreads } from "./response.reader.ts";

type Deps = { database: Database; clock: Clock };

export const createResponseService = ({ database, clock }: Deps) => {
  const of = (landlordId: string): Promise<ResponseFigures> => {
    const now = clock();
    return database.read(async (db) => responseFigures(await findThreads(db, landlordId, windowStart(now)), now));
  };

  return {
    /** How a landlord answers, as everybody may know. */
    of,

    /** How the actor answers. @throws {Failure} forbidden for anybody but a landlord */
    own: async (actor: Actor): Promise<ResponseFigures> => {
      assertLandlord(actor);
      return of(actor.userId);
    },
  };
};
export type ResponseService = ReturnType<typeof createResponseService>;
