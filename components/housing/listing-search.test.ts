import { describe, expect, it } from "vitest";
import { readSearch } from "./listing-search.ts";
import { searchHref } from "./search-href.ts";

describe("the address of a search", () => {
  it("is read into a query in cents", () => {
    const { query, ignored } = readSearch({ city: " Cambridge ", moveIn: "2027-09-01", maxRent: "650" });
    expect(query).toMatchObject({ city: "Cambridge", moveIn: "2027-09-01", maxRentCents: 65_000, limit: 24 });
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
    const { query, ignored, draft } = readSearch({ city: "Cam\0bridge", moveIn: "2027-02-30", maxRent: "cheap", cursor: "x" });
    expect(ignored).toEqual(["city", "moveIn", "maxRent"]);
    expect(query).toEqual({ limit: 24, cursor: "x" });
    expect(draft).toEqual({ city: "", moveIn: "", maxRent: "" });
  });

  it("asks for everything when nothing is given, or a parameter came twice", () => {
    expect(readSearch({ city: "" }).query).toEqual({ limit: 24 });
    expect(readSearch({ city: ["a", "b"] }).query).toEqual({ limit: 24 });
  });
});

describe("a link to a search", () => {
  it("names only what is set", () => {
    expect(searchHref({ city: "", moveIn: "", maxRent: "" })).toBe("/");
    expect(searchHref({ city: "St. Ives & co", moveIn: "", maxRent: "650" })).toBe("/?city=St.+Ives+%26+co&maxRent=650");
    expect(searchHref({ city: "", moveIn: "", maxRent: "" }, "abc")).toBe("/?cursor=abc");
  });

  it("reads back as it was written", () => {
    const draft = { city: "Köln", moveIn: "2027-09-01", maxRent: "650" };
    const params = Object.fromEntries(new URL(searchHref(draft), "http://localhost").searchParams);
    expect(readSearch(params).draft).toEqual(draft);
  });
});
