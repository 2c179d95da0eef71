import * as z from "zod";
import { fail } from "./fail.ts";

const Place = z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]);

/** A place in a list that is ordered by time and id, as an opaque string. */
export const encodePlace = ({ at, id }: { at: Date; id: string }): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    // Not JSON: the schema refuses it like any other wrong form.
    return undefined;
  }
};

/** @throws {Failure} validation_failed for anything that `encodePlace` did not make */
export const decodePlace = (cursor: string): { at: Date; id: string } => {
  const place = Place.safeParse(parse(cursor));
  if (!place.success) throw fail("validation_failed", { details: [{ path: ["cursor"], message: "is none of ours" }] });
  const [at, id] = place.data;
  return { at: new Date(at), id };
};
