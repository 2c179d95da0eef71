import { describe, expect, it } from "vitest";
import { mayRequest } from "./request.policy.ts";

const home = { listingId: "mill", landlordId: "lena", isPublished: true };
const anna = { userId: "anna", role: "student" } as const;
const lena = { userId: "lena", role: "landlord" } as const;
const rita = { userId: "rita", role: "landlord" } as const;
const talk = { listingId: "mill", members: [anna, lena] };

type Asked = Parameters<typeof mayRequest>[0];

const outcomeOf = (given: Partial<Asked>): unknown => {
  const input = given.talk ? { conversationId: "talk" } : {};
  try {
    return mayRequest({ actor: anna, input, home, talk: undefined, ...given });
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const PAIR = { studentId: "anna", landlordId: "lena" };

describe("who asks whom for a viewing", () => {
  it.each<[string, Partial<Asked>, unknown]>([
    ["a student, by the home", {}, PAIR],
    ["a student, in the conversation", { talk }, PAIR],
    ["a student, about a paused home that the two talk about", { talk, home: { ...home, isPublished: false } }, PAIR],
    ["a student, about a paused home", { home: { ...home, isPublished: false } }, "not_found"],
    ["a student, about no home", { home: undefined }, "not_found"],
    ["the landlord, in the conversation", { actor: lena, talk }, PAIR],
    ["the landlord, who names no student", { actor: lena }, "validation_failed"],
    ["another landlord", { actor: rita }, "forbidden"],
    ["another landlord, in a conversation about it", { actor: rita, talk: { ...talk, members: [rita, lena] } }, "forbidden"],
    ["the landlord, of another landlord", { actor: lena, talk: { ...talk, members: [rita, lena] } }, "forbidden"],
    ["one student of another", { talk: { ...talk, members: [anna, { userId: "ben", role: "student" }] } }, "forbidden"],
    ["an outsider of the conversation", { actor: { userId: "carol", role: "student" }, talk }, "not_found"],
    ["in a conversation about nothing", { talk: { ...talk, listingId: null } }, "validation_failed"],
    ["about another home than the conversation", { talk: { ...talk, listingId: "quay" } }, "validation_failed"],
    ["an admin", { actor: { userId: "ada", role: "admin" } }, "forbidden"],
  ])("%s", (_, given, outcome) => {
    expect(outcomeOf(given)).toEqual(outcome);
  });
});
