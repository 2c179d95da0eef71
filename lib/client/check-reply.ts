import { replyLimits, unknownVariables } from "#lib/contract/reply-rules.ts";
import type { NewSavedReply } from "#lib/contract/saved-replies.ts";
import { countCodePoints } from "./code-points.ts";

/** Keys of the catalogue's `replies.invalid`, with what they speak of. */
export type ReplyFlaw =
  | { key: "title" | "text" }
  | { key: "titleTooLong" | "textTooLong"; most: number }
  | { key: "unknown"; braces: string };
export type ReplyFlaws = { title?: ReplyFlaw; text?: ReplyFlaw };

const titleFlaw = (title: string): ReplyFlaw | undefined => {
  if (title === "") return { key: "title" };
  const most = replyLimits.titleCharacters;
  return countCodePoints(title) > most ? { key: "titleTooLong", most } : undefined;
};

const textFlaw = (text: string): ReplyFlaw | undefined => {
  if (text === "") return { key: "text" };
  const most = replyLimits.textCharacters;
  if (countCodePoints(text) > most) return { key: "textTooLong", most };
  const [braces] = unknownVariables(text);
  return braces === undefined ? undefined : { key: "unknown", braces };
};

/** What stands in the way of saving a reply, by field. The server has the last word. */
export const checkReply = ({ title, text }: NewSavedReply): ReplyFlaws => {
  const [ofTitle, ofText] = [titleFlaw(title.trim()), textFlaw(text.trim())];
  return { ...(ofTitle && { title: ofTitle }), ...(ofText && { text: ofText }) };
};
