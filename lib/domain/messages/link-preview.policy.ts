import { limits } from "#lib/contract/limits.ts";
import type { Message } from "#lib/contract/messages.ts";
import { webAddresses } from "#lib/contract/web-addresses.ts";
import type { LinkedPage } from "../ports.ts";

/** So many pages are looked at at once, of one host never two. */
const LANES = 2;
/** Longer ones are hardly for people. */
const URL_CHARACTERS = 2_000;
const DAY_MS = 86_400_000;
/** A page that could not be read is looked at again after an hour. */
const FAILURE_MS = 3_600_000;

/** How long what a page said is good for, and at least kept. */
export const PREVIEW_MS = DAY_MS;

/** The link of a text that is looked at: its first. Most texts have none, and are told from the others at once. */
export const previewLink = (content: string): string | undefined => {
  if (!content.includes("://")) return undefined;
  const href = webAddresses(content)[0]?.href;
  return href !== undefined && href.length <= URL_CHARACTERS ? href : undefined;
};

const sumOf = (text: string): number => [...text].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);

/** The lane in the queue for pages of this link's host. */
export const previewLane = (url: string): string => `preview ${sumOf(new URL(url).hostname) % LANES}`;

/** A message as far as it matters for its preview. */
export type PreviewSubject = {
  kind: Message["kind"];
  content: string;
  notices: string[];
  deletedAt: Date | null;
  /** Its sender lets the server look at pages. */
  isWanted: boolean;
  /** It waited for a moderator. */
  wasHeld: boolean;
  /** Its links are plain text to who reads it: they have not answered its sender yet (docs/decisions/0034). */
  isPlain: boolean;
};

/** The link whose page may be shown below a message, if any. */
export const linkToShow = (subject: PreviewSubject): string | undefined => {
  const { kind, content, notices, deletedAt, isWanted, wasHeld, isPlain } = subject;
  const isSafe = kind === "text" && deletedAt === null && notices.length === 0 && !wasHeld && !isPlain;
  return isSafe && isWanted ? previewLink(content) : undefined;
};

/** Whether what is known of a page still stands. */
export const isFresh = ({ title, fetchedAt }: { title: string | null; fetchedAt: Date }, now: Date): boolean =>
  now.getTime() - fetchedAt.getTime() < (title === null ? FAILURE_MS : PREVIEW_MS);

/** What steers a text instead of being one: controls, directions, joiners, marks of no width, private and unassigned ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line of what a page says, of so many characters at most. */
export const plainLine = (text: string, most: number): string => {
  const characters = [...text.replace(/\s+/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim()];
  return characters.length <= most
    ? characters.join("")
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
};

export type PreviewWords = { title: string; description: string; siteName: string };

/** What is shown of a page; nothing where it has no title. */
export const previewWords = (page: LinkedPage, url: string): PreviewWords | undefined => {
  const title = plainLine(page.title, limits.previewTitleCharacters);
  if (title === "") return undefined;
  return {
    title,
    description: plainLine(page.description, limits.previewTextCharacters),
    siteName: plainLine(page.siteName, limits.previewSiteCharacters) || new URL(url).hostname.replace(/^www\./, ""),
  };
};
