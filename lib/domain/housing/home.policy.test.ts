import { expect, test } from "vitest";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import {
  afterPausing,
  afterPublishing,
  assertLandlord,
  assertOffer,
  assertOwn,
  assertRoomFor,
  assertSameIds,
  assertShowable,
  missingParts,
  statusOf,
} from "./home.policy.ts";

const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
const [once, now] = [day("2026-10-01"), day("2026-11-25")];
const told = { city: "Cambridge", street: "Bank 1", tagline: "Quiet", description: "A house." };
const draft = { publishedAt: null, pausedPublishedAt: null };
const shown = { publishedAt: once, pausedPublishedAt: null };
const paused = { publishedAt: null, pausedPublishedAt: once };
const codeOf = (run: () => void): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

test("only landlords begin a home", () => {
  expect(codeOf(() => assertLandlord({ role: "landlord" }))).toBeUndefined();
  for (const role of ["student", "admin"] as const) {
    expect(codeOf(() => assertLandlord({ role }))).toMatchObject({ code: "forbidden" });
  }
});

test("what others may not know of is not there for them; what they see is not theirs", () => {
  const [lena, otto] = [{ userId: "lena" }, { userId: "otto" }];
  for (const state of [draft, shown, paused]) {
    expect(codeOf(() => assertOwn(lena, { landlordId: "lena", ...state }))).toBeUndefined();
  }
  expect(codeOf(() => assertOwn(otto, { landlordId: "lena", ...shown }))).toMatchObject({ code: "forbidden" });
  for (const home of [{ landlordId: "lena", ...draft }, { landlordId: "lena", ...paused }, undefined]) {
    expect(codeOf(() => assertOwn(otto, home))).toMatchObject({ code: "not_found" });
  }
});

test("a home is published, paused and published again, and keeps its place in the search", () => {
  expect([draft, shown, paused].map(statusOf)).toEqual(["draft", "published", "paused"]);
  expect(afterPublishing(draft, now)).toEqual({ publishedAt: now, pausedPublishedAt: null });
  expect(afterPausing(shown)).toEqual(paused);
  expect(afterPublishing(paused, now)).toEqual(shown);
  expect(afterPublishing(shown, now)).toEqual(shown);
  expect(afterPausing(paused)).toEqual(paused);
  expect(afterPausing(draft)).toEqual(draft);
});

test("what is missing is named, white space is nothing", () => {
  expect(missingParts(told, 1)).toEqual([]);
  expect(missingParts({ city: "", street: " ", tagline: "\n", description: "" }, 0)).toEqual([
    "city",
    "street",
    "tagline",
    "description",
    "rooms",
  ]);
  expect(codeOf(() => assertShowable(told, 1))).toBeUndefined();
  expect(codeOf(() => assertShowable(told, 0))).toMatchObject({
    code: "conflict",
    details: { reason: "incomplete", missing: ["rooms"] },
  });
});

test("there are so many and no more", () => {
  const { roomsOfListing } = homeLimits;
  expect(codeOf(() => assertRoomFor("roomsOfListing", roomsOfListing - 1))).toBeUndefined();
  expect(codeOf(() => assertRoomFor("roomsOfListing", roomsOfListing))).toMatchObject({
    code: "conflict",
    details: { reason: "too_many", most: roomsOfListing },
  });
});

test("a room may have been free for long, and be free in three years at the latest", () => {
  for (const offer of ["2020-01-01", "2026-11-25", "2029-11-24"]) {
    expect(codeOf(() => assertOffer(offer, "2026-11-25"))).toBeUndefined();
  }
  expect(codeOf(() => assertOffer("2029-11-30", "2026-11-25"))).toMatchObject({ code: "validation_failed" });
});

test("an order names each photo once", () => {
  expect(codeOf(() => assertSameIds(["b", "a"], ["a", "b"]))).toBeUndefined();
  for (const ids of [["a"], ["a", "a"], ["a", "b", "c"], ["a", "c"], []]) {
    expect(codeOf(() => assertSameIds(ids, ["a", "b"]))).toMatchObject({ code: "validation_failed" });
  }
});
