import { expect, test } from "vitest";
import { NO_FILTERS, searchQuery } from "./search-filters.ts";

const days = (from: string, to: string, timeZone: string) => searchQuery("key", null, { ...NO_FILTERS, from, to }, timeZone);

test("without filters only the words are asked for", () => {
  expect(searchQuery("key", null, NO_FILTERS, "UTC")).toEqual({ q: "key" });
});

test("a conversation and a person narrow it", () => {
  expect(searchQuery("key", "room", { ...NO_FILTERS, senderId: "bob" }, "UTC")).toEqual({
    q: "key",
    conversationId: "room",
    senderId: "bob",
  });
});

test("both days are within, as the clock on the wall has them", () => {
  expect(days("2027-03-28", "2027-03-28", "Europe/Berlin")).toEqual({
    q: "key",
    from: "2027-03-27T23:00:00.000Z",
    to: "2027-03-28T22:00:00.000Z",
  });
});

test("a day whose midnight is left out begins an hour later", () => {
  expect(days("2026-04-24", "", "Africa/Cairo")).toEqual({ q: "key", from: "2026-04-23T22:00:00.000Z" });
});
