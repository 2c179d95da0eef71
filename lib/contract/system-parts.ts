import * as z from "zod";
import { BookingCard, BookingLine } from "./bookings.ts";
import { GroupLine } from "./group-line.ts";
import { SafetyLine } from "./safety-line.ts";
import { ViewingCard, ViewingLine } from "./viewings.ts";

/** What a message says that nobody typed. */
export const SystemPart = z.discriminatedUnion("type", [
  BookingCard,
  BookingLine,
  ViewingCard,
  ViewingLine,
  SafetyLine,
  GroupLine,
]);
export type SystemPart = z.infer<typeof SystemPart>;

/** The same as it is stored: a card is filled in when it is read. */
export type StoredSystemPart =
  | Omit<BookingCard, "booking">
  | BookingLine
  | Omit<ViewingCard, "viewing">
  | ViewingLine
  | SafetyLine
  | GroupLine;
