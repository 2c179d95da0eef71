import * as z from "zod";

const LOWER_CASE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MESSAGE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUID in lower case; any other spelling of the same id is refused, so that ids compare as strings. */
export const Id = z.string().regex(LOWER_CASE_UUID, "must be a UUID in lower case");

/** The id of a message, made by its sender: version 7 or 4. */
export const MessageId = z.string().regex(MESSAGE_UUID, "must be a UUID of version 7 or 4 in lower case");

/** ISO 8601 in UTC with milliseconds. */
export const Timestamp = z.iso.datetime({ precision: 3 });

/** A day: `2027-02-01`. */
export const CalendarDate = z.iso.date();

/** Money is in cents of a euro. */
export const Cents = z.int().min(0);

/** The end of what has none, where an instant must stand: `null` on the wire of events, this in a row. */
export const NO_END = "9999-12-31T23:59:59.999Z";

export const Seq = z.int().min(0).max(2_147_483_647);

/** Text that PostgreSQL can store and every client can show: no NUL, no lone surrogate. */
export const Text = z
  .string()
  .refine((text) => !text.includes("\0"), "must not contain NUL")
  .refine((text) => text.isWellFormed(), "must be well-formed Unicode");

/** Of all that Unicode recommends, the longest (a family, a kiss) has eleven code units and more with skins. */
const EMOJI_UNITS = 40;
// By another name, since the compiler's target knows no `v`: every place where this runs does.
const SETS_OF_TEXTS = "v";
const ONE_EMOJI = new RegExp("^\\p{RGI_Emoji}$", SETS_OF_TEXTS);

const ASKS_FOR_COLOUR = "\u{fe0f}";

/** Exactly one emoji as Unicode recommends it for general interchange (UTS #51); a heart that does not ask for its colour is one too. */
export const Emoji = z
  .string()
  .max(EMOJI_UNITS)
  .transform((text) => (ONE_EMOJI.test(text) ? text : text + ASKS_FOR_COLOUR))
  .refine((text) => ONE_EMOJI.test(text), "must be one emoji");

/** Characters as a person counts them: code points, so that an emoji does not count twice. */
export const countCharacters = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** A short single line (a name, a title) of at most `max` characters, trimmed. */
export const line = (max: number) =>
  Text.transform((text) => text.trim())
    .refine((text) => text.length > 0, "must not be empty")
    .refine((text) => countCharacters(text) <= max, `must have at most ${max} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), "must not contain control characters");

/** A page size in a query string. */
export const pageLimit = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);

/** An opaque place in a list: given by one answer, handed back in the next request. */
export const Cursor = z.string().max(200);
