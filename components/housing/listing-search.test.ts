import { describe, expect, it } from "vitest";
import { readSearch } from "./listing-search.ts";
import { emptySearch, searchHref } from "./search-href.ts";

const nothing = { limit: 24, sort: "newest" };

describe("the address of a search", () => {
  it("is read into a query in cents", () => {
    const { query, ignored } = readSearch({
      q: " garden ",
      city: " Cambridge ",
      moveIn: "2027-09-01",
      maxRent: "650",
      sort: "rent",
    });
    expect(query).toMatchObject({
      q: "garden",
      city: "Cambridge",
      moveIn: "2027-09-01",
      maxRentCents: 65_000,
      limit: 24,
      sort: "rent",
    });
    expect(ignored).toEqual([]);
  });

  it.each([
    ["650.5", 65_050],
    ["19.99", 1_999],
    ["650,50", 65_050],
    ["0", 0],
  ])("takes %s euros", (maxRent, cents) => {
    expect(readSearch({ maxRent }).query.maxRentCents).toBe(cents);
  });

  it("leaves out and names what does not fit, and keeps the rest", () => {
    const { query, ignored, draft } = readSearch({
      q: "x".repeat(101),
      city: "Cam\0bridge",
      moveIn: "2027-02-30",
      maxRent: "cheap",
      sort: "luck",
      cursor: "x",
    });
    expect(ignored).toEqual(["q", "city", "moveIn", "maxRent", "sort"]);
    expect(query).toEqual({ ...nothing, cursor: "x" });
    expect(draft).toEqual(emptySearch);
  });

  it.each([
    ["the day of coming", { moveIn: "2027-09-01", moveOut: "2027-09-01" }],
    ["a day before it", { moveIn: "2027-09-01", moveOut: "2027-08-01" }],
    ["a day without one of coming", { moveOut: "2027-08-01" }],
    ["a day that is none", { moveIn: "2027-09-01", moveOut: "2028-02-30" }],
  ])("takes no stay that ends on %s", (_, params) => {
    const { query, ignored } = readSearch(params);
    expect([query.moveOut, ignored]).toEqual([undefined, ["moveOut"]]);
  });

  it("asks for everything when nothing is given, or a parameter came twice", () => {
    expect(readSearch({ city: "" }).query).toEqual(nothing);
    expect(readSearch({ city: ["a", "b"] }).query).toEqual(nothing);
  });
});

describe("a link to a search", () => {
  it("names only what is set", () => {
    expect(searchHref(emptySearch)).toBe("/");
    expect(searchHref({ ...emptySearch, city: "St. Ives & co", maxRent: "650" })).toBe("/?city=St.+Ives+%26+co&maxRent=650");
    expect(searchHref(emptySearch, "abc")).toBe("/?cursor=abc");
  });

  it("reads back as it was written", () => {
    const draft = { q: "garden", city: "Köln", moveIn: "2027-09-01", moveOut: "2028-03-01", maxRent: "650", sort: "rent" };
    const params = Object.fromEntries(new URL(searchHref(draft), "http://localhost").searchParams);
    expect(readSearch(params).draft).toEqual(draft);
  });
});
