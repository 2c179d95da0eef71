import * as z from "zod";
import { decodeCursor, encodeCursor } from "../place-cursor.ts";
import type { ListPlace } from "./chat-list.repository.ts";

const Place = z.tuple([z.boolean(), z.iso.datetime({ precision: 3 }), z.uuid()]);

/** Where the list of conversations goes on, as an opaque string. */
export const encodeListPlace = ({ pinned, activeAt, id }: ListPlace): string =>
  encodeCursor([pinned, activeAt.toISOString(), id]);

/** @throws {Failure} validation_failed for anything that `encodeListPlace` did not make */
export const decodeListPlace = (cursor: string): ListPlace => {
  const [pinned, at, id] = decodeCursor(Place, cursor);
  return { pinned, activeAt: new Date(at), id };
};
