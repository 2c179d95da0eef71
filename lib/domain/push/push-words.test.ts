import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { formatFull } from "#lib/client/format.ts";
import { viewingLine } from "#lib/client/testing/viewings.ts";
import { bookings } from "#lib/client/texts/en/bookings.ts";
import { notifications } from "#lib/client/texts/en/notifications.ts";
import { viewings } from "#lib/client/texts/en/viewings.ts";
import { locale } from "#lib/client/texts/locale.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import { ViewingEventName } from "#lib/contract/viewings.ts";
import { endedWords, lineWords, messagesPushOf, pushOf, reminderWords, viewingWords } from "./push-words.ts";

const asTemplate = { name: "{name}", room: "{room}", from: "{from}", to: "{to}" };
const templates = (words: typeof lineWords | typeof endedWords) =>
  Object.fromEntries(Object.entries(words).map(([key, say]) => [key, say(asTemplate)]));

test("a push says what the page says", () => {
  expect(templates(lineWords)).toEqual(bookings.line);
  expect(templates(endedWords)).toEqual(bookings.ended);
});

test.each(ViewingEventName.options)("a push says what the page says of a viewing: %s", (event) => {
  const t = createTranslator({ locale, messages: { viewings }, namespace: "viewings" });
  for (const count of [1, 3]) {
    const given = { name: "Anna", count, time: "Sunday" };
    expect(viewingWords[event](given)).toBe(t(`line.${event}`, given));
  }
});

test("a push says what the page says of a reminder", () => {
  const said = Object.entries(reminderWords).map(([kind, say]) => [kind, say("{time}")]);
  expect(Object.fromEntries(said)).toEqual(notifications.reminder);
  const about = {
    type: "viewing_reminder",
    viewingId: "v",
    kind: "hour",
    startsAt: "2027-03-28T08:00:00.000Z",
    timeZone: "Europe/Berlin",
  };
  const shown = { actor: null, conversationId: "c", listing: { id: "l", title: "14 Mill Road" }, about } as Notification;
  const time = formatFull("2027-03-28T08:00:00.000Z", { timeZone: "Europe/Berlin" });
  expect(pushOf(shown)).toMatchObject({ title: "14 Mill Road", body: `Your viewing is about to begin: ${time}` });
});

test("a push says what it is about, leads to the conversation, and stands in place of the one before it there", () => {
  const notification = {
    id: "n",
    actor: { id: "a", name: "Anna" },
    conversationId: "c",
    listing: { id: "l", title: "14 Mill Road" },
    about: {
      type: "booking_event",
      bookingId: "b",
      event: "request",
      by: "student",
      room: "Room 1",
      from: "2027-02-01",
      to: "2027-07-31",
      reason: null,
      note: null,
    },
    createdAt: "2026-11-25T12:00:00.000Z",
    readAt: null,
  } as const;
  expect(pushOf(notification)).toEqual({
    title: "14 Mill Road",
    body: "Anna asked for Room 1, 1 Feb 2027 to 31 Jul 2027",
    url: "/inbox/c",
    tag: "c",
  });
  const about = { ...notification.about, event: "expire", by: "server", reason: "dates_taken" } as const;
  expect(pushOf({ ...notification, actor: null, about }).body).toMatch(/^Somebody else has confirmed Room 1/);
  const line = viewingLine({ event: "confirm" });
  const [slot] = line.slots;
  expect(pushOf({ ...notification, about: line }).body).toBe(
    `Anna confirmed the viewing: ${formatFull(slot?.startsAt ?? "", { timeZone: line.timeZone })}`,
  );
});

test("messages are one push for a conversation: who wrote last, about which home, what, and how many there are", () => {
  const unread = {
    count: 1,
    content: " Is it\n\nstill free?",
    attachments: [],
    senderName: "Anna",
    listingTitle: "14 Mill Road",
    isSealed: true,
  };
  const shown = { title: "Anna · 14 Mill Road", body: "Is it still free?", url: "/inbox/c", tag: "messages-c" };
  expect(messagesPushOf("c", unread)).toEqual(shown);
  expect(messagesPushOf("c", { ...unread, count: 3, listingTitle: null })).toEqual({
    ...shown,
    title: "Anna",
    body: "3 new messages: Is it still free?",
  });
  const open = [1, 3].map((count) => messagesPushOf("c", { ...unread, count, isSealed: false }).body);
  expect(open).toEqual(["New message", "3 new messages"]);
  expect([...messagesPushOf("c", { ...unread, content: "🏠".repeat(4_000) }).body]).toHaveLength(140);
});

test("a message without words says what it brings, to who may read it", () => {
  const file = { id: "f", name: "lease.pdf", contentType: "", byteSize: 1, width: null, height: null, placeholder: null };
  const of = (kind: "image" | "video" | "audio" | "file", durationMs: number | null = null) => ({ ...file, kind, durationMs });
  const body = (attachments: Parameters<typeof messagesPushOf>[1]["attachments"], over = {}) =>
    messagesPushOf("c", { count: 1, content: " ", attachments, senderName: "Anna", listingTitle: null, isSealed: true, ...over })
      .body;
  expect(body([of("image")])).toBe("Photo");
  expect(body([of("image"), of("image")])).toBe("2 photos");
  expect(body([of("video")])).toBe("Video");
  expect(body([of("audio")])).toBe("Audio");
  expect(body([of("audio", 3_000)])).toBe("Voice message");
  expect(body([of("file")])).toBe("Document: lease.pdf");
  expect(body([of("file"), of("image")])).toBe("2 files");
  expect(body([of("file")], { content: "The lease" })).toBe("The lease");
  expect(body([of("image")], { count: 3 })).toBe("3 new messages: Photo");
  expect(body([of("file")], { isSealed: false })).toBe("New message");
});
