import { expect, test } from "vitest";
import type { Role } from "#lib/contract/accounts.ts";
import { refusalOfSanction } from "./sanction.policy.ts";

const as = (id: string, role: Role, isBanned = false) => ({ id, role, isBanned });
const roles = ["student", "landlord", "moderator", "admin"] as const;

/** Each role on each other one; `-` is oneself. */
const table: Record<Role, Record<Role | "-", string | undefined>> = {
  student: { student: "forbidden", landlord: "forbidden", moderator: "forbidden", admin: "forbidden", "-": "forbidden" },
  landlord: { student: "forbidden", landlord: "forbidden", moderator: "forbidden", admin: "forbidden", "-": "forbidden" },
  moderator: { student: undefined, landlord: undefined, moderator: "forbidden", admin: "forbidden", "-": "conflict" },
  admin: { student: undefined, landlord: undefined, moderator: undefined, admin: undefined, "-": "conflict" },
};

test.each(roles.flatMap((actor) => roles.map((target) => [actor, target] as const)))("a %s on a %s", (actor, target) => {
  expect(refusalOfSanction(as("one", actor), as("other", target))).toBe(table[actor][target]);
});

test.each(roles)("a %s on oneself, on nobody, and once they are kept out", (role) => {
  const one = as("one", role);
  expect(refusalOfSanction(one, one)).toBe(table[role]["-"]);
  expect(refusalOfSanction(one, undefined)).toBe(table[role]["-"] === "conflict" ? "not_found" : "forbidden");
  expect(refusalOfSanction(as("one", role, true), as("other", "student"))).toBe("forbidden");
});
