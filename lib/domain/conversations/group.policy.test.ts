import { expect, test } from "vitest";
import { type Company, groupFor, ledBy, mayBring, newcomersTo, successorOf } from "./group.policy.ts";

const member = (userId: string, day: number, role: "admin" | "member" = "member") => ({
  userId,
  name: userId,
  role,
  joinedAt: new Date(Date.UTC(2027, 0, day)),
});
const house: Company = {
  id: "house",
  kind: "group",
  pictureId: null,
  openHistory: false,
  title: "Rook House",
  lastSeq: 3,
  members: [member("alice", 1, "admin"), member("carol", 3), member("bob", 2)],
};

test("who is not in it finds no group, and only an admin leads it", () => {
  expect(() => groupFor(house, "dora")).toThrow(expect.objectContaining({ code: "not_participant" }));
  expect(() => groupFor(undefined, "alice")).toThrow(expect.objectContaining({ code: "not_participant" }));
  expect(groupFor(house, "bob")).toBe(house);
  expect(() => ledBy(house, "bob")).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(ledBy(house, "alice")).toBe(house);
});

test("a pair is no group, whoever asks", () => {
  expect(() => ledBy({ ...house, kind: "direct" }, "alice")).toThrow(expect.objectContaining({ code: "conflict" }));
});

test("one brings people one knows, and nobody across a block", () => {
  const known = new Set(["bob", "carol"]);
  const bring = (...userIds: string[]) => mayBring({ userIds, known, blocked: new Set(["carol"]) });
  expect(() => bring("bob")).not.toThrow();
  expect(() => bring("bob", "dora")).toThrow(expect.objectContaining({ code: "not_found" }));
  expect(() => bring("bob", "carol")).toThrow(expect.objectContaining({ code: "blocked" }));
});

test("who is in it already is no newcomer, and two hundred are enough", () => {
  expect(newcomersTo(house, ["bob", "dora", "dora"])).toEqual(["dora"]);
  const many = Array.from({ length: 197 }, (_, index) => `friend ${index}`);
  expect(newcomersTo(house, [...many, "bob"])).toHaveLength(197);
  expect(() => newcomersTo(house, [...many, "one more"])).toThrow(expect.objectContaining({ code: "conflict" }));
});

test("who has been in it longest leads it after its last admin, and nobody where another one does or nobody is left", () => {
  expect(successorOf(house.members, "alice")?.userId).toBe("bob");
  expect(successorOf([...house.members, member("dora", 9, "admin")], "alice")).toBeUndefined();
  expect(successorOf(house.members, "bob")).toBeUndefined();
  expect(successorOf([member("alice", 1, "admin")], "alice")).toBeUndefined();
});

test("of two who came at once, the same one leads it whatever their order", () => {
  const both = [member("alice", 1, "admin"), member("carol", 2), member("bob", 2)];
  expect(successorOf(both, "alice")?.userId).toBe("bob");
  expect(successorOf([...both].reverse(), "alice")?.userId).toBe("bob");
});
