import type { BookingLine } from "#lib/contract/bookings.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import type { PushPayload } from "#lib/contract/push.ts";
import type { ViewingLine, ViewingReminderKind } from "#lib/contract/viewings.ts";
import { excerptOf } from "../messages/message.presenter.ts";
import type { UnreadMessages } from "../notifications/unread-messages.reader.ts";

type Words = (given: { name: string; room: string; from: string; to: string }) => string;

/** What happened, in the words of the page: a test holds them to `lib/client/texts`. */
export const lineWords: Record<Exclude<BookingLine["event"], "expire">, Words> = {
  request: ({ name, room, from, to }) => `${name} asked for ${room}, ${from} to ${to}`,
  approve: ({ name, room, from, to }) => `${name} approved ${room}, ${from} to ${to}`,
  decline: ({ name, room, from, to }) => `${name} declined ${room}, ${from} to ${to}`,
  withdraw: ({ name, room, from, to }) => `${name} withdrew the request for ${room}, ${from} to ${to}`,
  confirm: ({ name, room, from, to }) => `${name} confirmed ${room}, ${from} to ${to}`,
  cancel: ({ name, room, from, to }) => `${name} cancelled ${room}, ${from} to ${to}`,
  "check-in": ({ name, room, from, to }) => `${name} noted the arrival in ${room}, ${from} to ${to}`,
  complete: ({ name, room, from, to }) => `${name} noted the end of the stay in ${room}, ${from} to ${to}`,
  "propose-dates": ({ name, room, from, to }) => `${name} proposed other dates for ${room}: ${from} to ${to}`,
  "accept-dates": ({ name, room, from, to }) => `${name} accepted the new dates for ${room}: ${from} to ${to}`,
  "decline-dates": ({ name, room, from, to }) => `${name} dropped the proposed dates for ${room}; it stays ${from} to ${to}`,
};

export const endedWords: Record<"no_answer" | "not_confirmed" | "dates_taken", Words> = {
  no_answer: ({ room, from, to }) => `Nobody answered the request for ${room}, ${from} to ${to}, in time`,
  not_confirmed: ({ room, from, to }) => `Nobody confirmed ${room}, ${from} to ${to}, in time`,
  dates_taken: ({ room, from, to }) => `Somebody else has confirmed ${room} for dates within ${from} to ${to}`,
};

const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const dateOf = (date: string): string => format.format(new Date(`${date}T00:00:00Z`));

const wordsOf = ({ event, reason }: BookingLine): Words => {
  if (event !== "expire") return lineWords[event];
  return endedWords[reason === "no_answer" || reason === "dates_taken" ? reason : "not_confirmed"];
};

type ViewingWords = (given: { name: string; count: number; time: string }) => string;

const times = (count: number, other = ""): string => (count === 1 ? `1 ${other}time` : `${count} ${other}times`);

/** The same of a viewing. */
export const viewingWords: Record<ViewingLine["event"], ViewingWords> = {
  ask: ({ name, count }) => `${name} asked for a viewing and offered ${times(count)}`,
  propose: ({ name, count }) => `${name} offered ${times(count, "other ")} for the viewing`,
  confirm: ({ name, time }) => `${name} confirmed the viewing: ${time}`,
  move: ({ name, count }) => `${name} would like to move the viewing and offered ${times(count, "other ")}`,
  keep: ({ name, time }) => `${name} dropped the new times; the viewing stays: ${time}`,
  cancel: ({ name }) => `${name} cancelled the viewing`,
  lapse: ({ time }) => `The new times have passed; the viewing stays: ${time}`,
  expire: () => "The offered times have passed, and none was chosen",
  finish: () => "The time of the viewing is over",
};

/** A time as the clock of the home shows it. */
const momentOf = (slot: { startsAt: string } | undefined, timeZone: string): string =>
  slot
    ? new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "full", timeStyle: "short" }).format(new Date(slot.startsAt))
    : "";

export const reminderWords: Record<ViewingReminderKind, (time: string) => string> = {
  day: (time) => `Your viewing is coming up: ${time}`,
  hour: (time) => `Your viewing is about to begin: ${time}`,
};

const bodyOf = (about: Notification["about"], name: string): string => {
  switch (about.type) {
    case "booking_event":
      return wordsOf(about)({ name, room: about.room, from: dateOf(about.from), to: dateOf(about.to) });
    case "viewing_event":
      return viewingWords[about.event]({ name, count: about.slots.length, time: momentOf(about.slots[0], about.timeZone) });
    case "viewing_reminder":
      return reminderWords[about.kind](momentOf(about, about.timeZone));
  }
};

/** A notification as a browser shows it: what it is about, what happened, and where that can be seen. One for each conversation. */
export const pushOf = ({ actor, listing, about, conversationId }: Notification): PushPayload => ({
  title: listing.title,
  body: bodyOf(about, actor?.name ?? ""),
  url: `/inbox/${conversationId}`,
  tag: conversationId,
});

/** A text as one line of a notification. */
const lineOf = (content: string): string => excerptOf(content.replaceAll(/\s+/g, " ").trim());

type Shown = Omit<UnreadMessages, "seq"> & {
  /** Only the device can read it: what others bring in the open holds nothing that somebody wrote. */
  isSealed: boolean;
};

/** What a message without words brings. */
const fileWords = {
  image: (count: number) => (count === 1 ? "Photo" : `${count} photos`),
  video: (count: number) => (count === 1 ? "Video" : `${count} videos`),
  audio: (count: number) => (count === 1 ? "Audio" : `${count} audio files`),
  voice: "Voice message",
  file: (name: string) => `Document: ${name}`,
  files: (count: number) => `${count} files`,
};

/** Files as one line; nothing of none. */
const filesLine = (attachments: Message["attachments"]): string => {
  const [first] = attachments;
  const count = attachments.length;
  if (!first) return "";
  if (attachments.some(({ kind }) => kind !== first.kind)) return fileWords.files(count);
  if (first.kind === "file") return count === 1 ? fileWords.file(first.name) : fileWords.files(count);
  return first.kind === "audio" && count === 1 && first.durationMs !== null ? fileWords.voice : fileWords[first.kind](count);
};

const messagesBody = ({ count, content, attachments, isSealed }: Shown): string => {
  const counted = count === 1 ? "New message" : `${count} new messages`;
  if (!isSealed) return counted;
  const said = lineOf(content) || filesLine(attachments);
  return count === 1 ? said : `${counted}: ${said}`;
};

/** What waits in a conversation as a device shows it: the newest of it, and how much there is. One for each conversation. */
export const messagesPushOf = (conversationId: string, shown: Shown): PushPayload => {
  const { senderName, listingTitle } = shown;
  return {
    title: listingTitle === null ? senderName : `${senderName} · ${listingTitle}`,
    body: messagesBody(shown),
    url: `/inbox/${conversationId}`,
    tag: `messages-${conversationId}`,
  };
};

/** What 'Send a test' shows. */
export const testPush: PushPayload = {
  title: "UniNest",
  body: "Notifications reach this browser.",
  url: "/settings/notifications",
  tag: "test",
};
