import { alertLimits } from "#lib/contract/alert-rules.ts";
import type { NewAlert } from "#lib/contract/alerts.ts";
import { countCodePoints } from "./code-points.ts";

/** Keys of the catalogue's `alerts.invalid`. */
export type AlertFlaw = { key: "title" | "body" } | { key: "titleTooLong" | "bodyTooLong"; most: number };
export type AlertFlaws = { title?: AlertFlaw; body?: AlertFlaw };

/** What stands in the way of publishing an alert, by field. The server has the last word. */
export const checkAlert = ({ title, body }: Pick<NewAlert, "title" | "body">): AlertFlaws => {
  const flaw = (key: "title" | "body", text: string): AlertFlaw | undefined => {
    if (text.trim() === "") return { key };
    const most = key === "title" ? alertLimits.titleCharacters : alertLimits.bodyCharacters;
    return countCodePoints(text.trim()) > most ? { key: `${key}TooLong`, most } : undefined;
  };
  const [ofTitle, ofBody] = [flaw("title", title), flaw("body", body)];
  return { ...(ofTitle && { title: ofTitle }), ...(ofBody && { body: ofBody }) };
};
