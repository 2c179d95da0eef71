import { expect, test } from "vitest";
import { Role } from "#lib/contract/accounts.ts";
import { rolesInSight } from "./person.policy.ts";

const sees = {
  student: [],
  landlord: [],
  moderator: ["student", "landlord"],
  admin: ["student", "landlord", "moderator", "admin"],
};

test.each(Role.options)("whom a %s may look up", (role) => {
  expect(rolesInSight(role)).toEqual(sees[role]);
});
