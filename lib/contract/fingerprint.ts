/** What a check compares of one conversation. */
export type Holding = {
  id: string;
  /** Up to which every change is held. */
  rev: number;
  /** As it is called, and who is in it: news of a later revision may come before the view that has these. */
  title: string | null;
  pictureUrl?: string | undefined;
  openHistory?: boolean | undefined;
  /** Its members with their watermarks, as the person may see them. */
  participants: readonly { deliveredSeq: number; readSeq: number; memberRole: string }[];
  unreadCount: number;
  /** What is unread names one. */
  mentioned?: boolean | undefined;
  pinned: boolean;
  archived: boolean;
  markedUnread: boolean;
  /** Null when it is not muted now. */
  mutedUntil: string | null;
  blocked: "none" | "by_me";
  /** Notices that one has called fine; they only grow in number. */
  fine?: { length: number } | undefined;
};

/** One number for all watermarks: none of them ever falls, so no two different states of one conversation add up to the same. */
const marksOf = ({ participants }: Holding): number =>
  participants.reduce((sum, { deliveredSeq, readSeq }) => sum + deliveredSeq + readSeq, 0);

const lineOf = (holding: Holding): string => {
  const { id, rev, title, pictureUrl, openHistory, participants, unreadCount, mentioned } = holding;
  const { pinned, archived, markedUnread, mutedUntil, blocked, fine } = holding;
  return [
    id,
    rev,
    marksOf(holding),
    unreadCount,
    pinned ? 1 : 0,
    // In one place: a page from before the marks holds the same of whatever bears none.
    (archived ? 1 : 0) + (markedUnread ? 2 : 0) + (mentioned ? 4 : 0),
    mutedUntil ?? "-",
    blocked,
    fine?.length ?? 0,
    participants.length,
    participants.filter(({ memberRole }) => memberRole === "admin").length,
    title,
    // A page from before pictures, or before open histories, holds the same of whatever has none.
    ...(pictureUrl === undefined ? [] : [pictureUrl]),
    ...(openHistory ? ["open"] : []),
  ].join(" ");
};

/** FNV-1a: no guard against somebody who wants two texts to look alike, which here would only be cheating oneself. */
const hash = (text: string, seed: number): number => {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
};

/** Sixty-four bits that are equal on both sides of the wire when both hold the same of these conversations, in whatever order. */
export const fingerprintOf = (holdings: readonly Holding[]): string => {
  const text = holdings.map(lineOf).sort().join("\n");
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(16).padStart(8, "0")).join("");
};
