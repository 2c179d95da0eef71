import type { KeptOutAppeal, OwnSanction, OwnSanctions } from "#lib/contract/sanctions.ts";
import type { Database } from "#lib/db/client.ts";
import { suspensionOf } from "../accounts/account.policy.ts";
import { readAppealToken } from "../appeal-token.ts";
import { fail } from "../fail.ts";
import type { Clock, RateLimits } from "../ports.ts";
import type { AppealService } from "./appeal.service.ts";
import { findBan } from "./sanction.reader.ts";
import type { SanctionService } from "./sanction.service.ts";

type Deps = {
  database: Database;
  limits: RateLimits;
  linkKey: string;
  clock: Clock;
  sanctionService: Pick<SanctionService, "own">;
  appeals: Pick<AppealService, "file">;
};

/** What somebody can do who may not sign in: read what was done to them, and say something against it. */
export const createKeptOutService = ({ database, limits, linkKey, clock, sanctionService, appeals }: Deps) => {
  /** Who is let in again signs in. */
  const person = async (token: string): Promise<{ userId: string }> => {
    const userId = readAppealToken(linkKey, token, clock());
    const found = userId === undefined ? undefined : await database.read((db) => findBan(db, userId));
    if (userId === undefined || !found || !suspensionOf(found, clock())) throw fail("unauthenticated");
    return { userId };
  };

  return {
    /** @throws {Failure} unauthenticated for a token that is forged or over, and for who is not kept out */
    sanctions: async (token: string): Promise<OwnSanctions> => sanctionService.own(await person(token)),

    /** @throws {Failure} unauthenticated as `sanctions`, rate_limited, not_found, conflict as an appeal of somebody who is in */
    appeal: async ({ token, ...appeal }: KeptOutAppeal): Promise<OwnSanction> => {
      const { userId } = await person(token);
      await limits.take("report", `user ${userId}`);
      return appeals.file({ userId }, appeal);
    },
  };
};
