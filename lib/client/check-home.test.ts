import { describe, expect, it } from "vitest";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import { NewListing, NewRoom } from "#lib/contract/own-listings.ts";
import { checkDetails, checkRoom, detailFields, detailsOf, errorsOfIssues, roomFields, roomOf } from "./check-home.ts";
import { eurosOf } from "./euros.ts";

const details = {
  title: "My house",
  city: "",
  street: "",
  tagline: "",
  description: "",
  amenities: " Garden \n\nWashing machine",
};
const room = { name: "Room 1", rentCents: "650,50", depositCents: "0", squareMetres: "14", availableFrom: "2027-02-01" };

describe("the details of a home", () => {
  it("are taken as the server takes them", () => {
    expect(checkDetails(details)).toEqual({});
    expect(NewListing.parse(detailsOf(details)).amenities).toEqual(["Garden", "Washing machine"]);
  });

  it.each([
    ["title", " ", "title"],
    ["title", "x".repeat(homeLimits.titleCharacters + 1), "tooLong"],
    ["city", "x".repeat(homeLimits.cityCharacters + 1), "tooLong"],
    ["street", "x".repeat(homeLimits.streetCharacters + 1), "tooLong"],
    ["tagline", "x".repeat(homeLimits.taglineCharacters + 1), "tooLong"],
    ["description", "x".repeat(homeLimits.descriptionCharacters + 1), "tooLong"],
    ["amenities", "x\n".repeat(homeLimits.amenities + 1), "amenities"],
    ["amenities", "x".repeat(homeLimits.amenityCharacters + 1), "amenityTooLong"],
  ])("a wrong %s is seen here as the server would see it", (name, value, key) => {
    const fields = { ...details, [name]: value };
    expect(checkDetails(fields)).toEqual({ [name]: key });
    expect(NewListing.safeParse(detailsOf(fields)).success).toBe(false);
  });
});

describe("a room", () => {
  it("is taken as the server takes it, its money in cents", () => {
    expect(checkRoom(room)).toEqual({});
    expect(NewRoom.parse(roomOf(room))).toMatchObject({ rentCents: 65_050, depositCents: 0, squareMetres: 14 });
    expect([eurosOf(65_050), eurosOf(65_000)]).toEqual(["650.50", "650"]);
  });

  it.each([
    ["name", "", "name"],
    ["name", "x".repeat(homeLimits.roomNameCharacters + 1), "tooLong"],
    ["rentCents", "0", "rent"],
    ["rentCents", "cheap", "rent"],
    ["rentCents", "", "rent"],
    ["depositCents", "-1", "deposit"],
    ["squareMetres", "14.5", "size"],
    ["squareMetres", "", "size"],
    ["availableFrom", "", "day"],
  ])("a wrong %s is seen here as the server would see it", (name, value, key) => {
    const fields = { ...room, [name]: value };
    expect(checkRoom(fields)).toEqual({ [name]: key });
    expect(NewRoom.safeParse(roomOf(fields)).success).toBe(false);
  });
});

it("what the server did not accept goes to its field", () => {
  expect(errorsOfIssues([{ path: "body.title" }, { path: "amenities.3" }, { path: "" }], detailFields)).toEqual({
    title: "title",
    amenities: "amenities",
  });
  expect(errorsOfIssues([{ path: "availableFrom" }], roomFields)).toEqual({ availableFrom: "day" });
});
