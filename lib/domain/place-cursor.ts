import * as z from "zod";
import { fail } from "./fail.ts";

const Place = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

/** Where a list goes on, as an opaque string. */
export const encodeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    // Not JSON: the schema refuses it like any other wrong form.
    return undefined;
  }
};

/** @throws {Failure} validation_failed for anything that `encodeCursor` did not make of such a place */
export const decodeCursor = <Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> => {
  const place = schema.safeParse(parse(cursor));
  if (!place.success) throw fail("validation_failed", { details: [{ path: ["cursor"], message: "is none of ours" }] });
  return place.data;
};

/** A place in a list that is ordered by time and id, as an opaque string. */
export const encodePlace = ({ at, id }: { at: Date; id: string }): string => encodeCursor([at.toISOString(), id]);

/** @throws {Failure} validation_failed for anything that `encodePlace` did not make */
export const decodePlace = (cursor: string): { at: Date; id: string } => {
  const [at, id] = decodeCursor(Place, cursor);
  return { at: new Date(at), id };
};
