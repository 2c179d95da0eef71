import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { NewListing, NewRoom } from "#lib/contract/own-listings.ts";
import { centsOf } from "./euros.ts";

/** The text of each field of a form. */
export type Fields<Name extends string> = Record<Name, string>;
/** Keys of the catalogue's `homes.invalid`. */
export type InvalidKey = "title" | "tooLong" | "amenities" | "amenityTooLong" | "name" | "rent" | "deposit" | "size" | "day";
export type FieldErrors<Name extends string> = Partial<Record<Name, InvalidKey>>;

export const detailFields = ["title", "city", "street", "tagline", "description", "amenities"] as const;
export type DetailField = (typeof detailFields)[number];
export const roomFields = ["name", "rentCents", "depositCents", "squareMetres", "availableFrom"] as const;
export type RoomField = (typeof roomFields)[number];

/** Characters as the contract counts them: code points. */
const countOf = (text: string): number => [...text.trim()].length;

const found = <Name extends string>(errors: [Name, InvalidKey | false | undefined][]): FieldErrors<Name> => {
  const named: FieldErrors<Name> = {};
  for (const [name, key] of errors) if (key) named[name] = key;
  return named;
};

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The details of a home as the server takes them; one amenity stands on each line. */
export const detailsOf = ({ title, city, street, tagline, description, amenities }: Fields<DetailField>): NewListing => ({
  title: title.trim(),
  city: city.trim(),
  street: street.trim(),
  tagline: tagline.trim(),
  description: description.trim(),
  amenities: linesOf(amenities),
});

const amenitiesError = (lines: string[]): InvalidKey | undefined => {
  if (lines.length > homeLimits.amenities) return "amenities";
  return lines.some((line) => countOf(line) > homeLimits.amenityCharacters) ? "amenityTooLong" : undefined;
};

/** What stands in the way of saving the details of a home, by field. The server has the last word. */
export const checkDetails = (fields: Fields<DetailField>): FieldErrors<DetailField> => {
  const isLong = (name: DetailField, most: number) => countOf(fields[name]) > most && ("tooLong" as const);
  return found<DetailField>([
    ["title", fields.title.trim() === "" ? "title" : isLong("title", homeLimits.titleCharacters)],
    ["city", isLong("city", homeLimits.cityCharacters)],
    ["street", isLong("street", homeLimits.streetCharacters)],
    ["tagline", isLong("tagline", homeLimits.taglineCharacters)],
    ["description", isLong("description", homeLimits.descriptionCharacters)],
    ["amenities", amenitiesError(linesOf(fields.amenities))],
  ]);
};

/** A room as the server takes it. Check it first. */
export const roomOf = ({ name, rentCents, depositCents, squareMetres, availableFrom }: Fields<RoomField>): NewRoom => ({
  name: name.trim(),
  rentCents: centsOf(rentCents),
  depositCents: centsOf(depositCents),
  squareMetres: Number(squareMetres),
  availableFrom,
});

const isWithin = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;

/** What stands in the way of saving a room, by field. */
export const checkRoom = (fields: Fields<RoomField>): FieldErrors<RoomField> => {
  const room = roomOf(fields);
  const { rentCents, depositCents, squareMetres, roomNameCharacters } = homeLimits;
  const isSize = Number.isInteger(room.squareMetres) && isWithin(room.squareMetres, squareMetres);
  return found<RoomField>([
    ["name", room.name === "" ? "name" : countOf(room.name) > roomNameCharacters && "tooLong"],
    ["rentCents", !isWithin(room.rentCents, rentCents) && "rent"],
    ["depositCents", !isWithin(room.depositCents, { min: 0, max: depositCents }) && "deposit"],
    ["squareMetres", !isSize && "size"],
    ["availableFrom", !/^\d{4}-\d{2}-\d{2}$/.test(room.availableFrom) && "day"],
  ]);
};

const byField: Record<DetailField | RoomField, InvalidKey> = {
  title: "title",
  city: "tooLong",
  street: "tooLong",
  tagline: "tooLong",
  description: "tooLong",
  amenities: "amenities",
  name: "name",
  rentCents: "rent",
  depositCents: "deposit",
  squareMetres: "size",
  availableFrom: "day",
};

/** What the server did not accept, as errors of fields; a path is `title` or begins with it (`amenities.3`). */
export const errorsOfIssues = <Name extends DetailField | RoomField>(
  issues: readonly { path: string }[],
  names: readonly Name[],
): FieldErrors<Name> => {
  const paths = issues.map(({ path }) => path.split(/[./]/));
  return found(names.map((name) => [name, paths.some((path) => path.includes(name)) && byField[name]]));
};
